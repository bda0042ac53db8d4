import type { SyntaxNode } from "@lezer/common";
import { np } from "../../../../src/np";
import { camelCase } from "../names";
import type { Import } from "./findImports";
import { childrenOf, lineOf, nodesOf, type PythonCode, textOf } from "./PythonCode";

/** A function, constant or type of NumPy that the code uses. */
export interface NumpyUse {
  /** Without the module: `dot`, `random.randn`. */
  path: string;
  line: number;
}

export function numpyUses(code: PythonCode, imports: readonly Import[]): NumpyUse[] {
  const roots = new Map(
    imports
      .filter(({ module }) => /^numpy(\.|$)/.test(module))
      .map(({ module, name, alias }) => {
        const inner = [...module.split(".").slice(1), ...(name === null ? [] : [name])];
        // `import numpy.random` binds the name numpy; with `as`, the inner module.
        return [alias, name === null && alias === "numpy" ? [] : inner] as const;
      }),
  );
  const uses = nodesOf(code.top, "VariableName").flatMap((node) => {
    const root = roots.get(textOf(code, node));
    if (!root || isImported(node)) return [];
    const path = [...root, ...membersAfter(code, node)];
    return path.length > 0 ? [{ path: path.join("."), line: lineOf(code, node.from) }] : [];
  });
  return uses;
}

function isImported(node: SyntaxNode): boolean {
  return node.parent?.name === "ImportStatement";
}

/** The names that follow as `.a.b`; members after a function's name belong to its result. */
function membersAfter(code: PythonCode, root: SyntaxNode): string[] {
  const members: string[] = [];
  let node = root;
  while (node.parent?.name === "MemberExpression" && node.parent.firstChild?.from === root.from) {
    node = node.parent;
    const member = childrenOf(node).find(({ name }) => name === "PropertyName");
    if (!member) break;
    members.push(textOf(code, member));
  }
  return members;
}

/** What `np` calls it here, such as `random.randn` or `expandDims`; null if it does not exist. */
export function answerFor(path: string): string | null {
  let [value, answer]: [unknown, string[]] = [np, []];
  for (const name of path.split(".")) {
    const translated = name.endsWith("_") ? name : camelCase(name); // np.c_ keeps its name
    if ((typeof value !== "object" && typeof value !== "function") || value === null) return null;
    // Members of a function, such as np.add.reduce, are not part of np, even where JavaScript has some.
    if (typeof value === "function" || !(translated in value)) return null;
    value = Reflect.get(value, translated);
    answer = [...answer, translated];
  }
  return answer.join(".");
}
