import type { SyntaxNode } from "@lezer/common";
import { literal } from "./literal";
import { childrenOf, lineOf, nodesOf, type PythonCode, textOf } from "./PythonCode";

export interface Parameter {
  name: string;
  kind: "plain" | "rest" | "keywords";
  annotation: string | null;
  /** The default in Python; null if there is none. */
  fallback: string | null;
  /** The default in TypeScript, if it is a literal. */
  literal: string | null;
}

/** A function at the top level of a cell. Lines count from 1, decorators included. */
export interface PythonFunction {
  name: string;
  parameters: Parameter[];
  returns: string | null;
  isAsync: boolean;
  isGenerator: boolean;
  decorated: boolean;
  docstring: { text: string; lines: [number, number] } | null;
  lines: [number, number];
  /** The names that it mentions. */
  mentions: Set<string>;
}

export function findFunctions(code: PythonCode): PythonFunction[] {
  return childrenOf(code.top).flatMap((statement) => {
    const definition = statement.name === "DecoratedStatement" ? statement.getChild("FunctionDefinition") : statement;
    const name = definition?.name === "FunctionDefinition" && definition.getChild("VariableName");
    return definition && name ? [describe(code, statement, definition, textOf(code, name))] : [];
  });
}

function describe(code: PythonCode, statement: SyntaxNode, definition: SyntaxNode, name: string): PythonFunction {
  const list = definition.getChild("ParamList");
  const body = definition.getChild("Body");
  const returns = definition.getChild("TypeDef");
  return {
    name,
    parameters: list ? readParameters(code, list) : [],
    returns: returns && annotationOf(code, returns),
    isAsync: definition.getChild("async") !== null,
    isGenerator: nodesOf(definition, "yield").length > 0,
    decorated: statement !== definition,
    docstring: body && readDocstring(code, body),
    lines: withComments(code, linesOf(code, statement)),
    mentions: new Set(nodesOf(definition, "VariableName").map((node) => textOf(code, node))),
  };
}

/** A body's node may include the blank lines and comments that follow it; they are not part of the function. */
function linesOf(code: PythonCode, node: SyntaxNode): [number, number] {
  const end = node.from + textOf(code, node).trimEnd().length;
  return [lineOf(code, node.from), lineOf(code, end)];
}

/** Comments at a function's end, such as `### END SOLUTION`, belong to it if they are indented. */
function withComments({ text }: PythonCode, [first, last]: [number, number]): [number, number] {
  const lines = text.split("\n");
  let end = last;
  for (let i = last; i < lines.length && /^(\s+#|\s*$)/.test(lines[i]); i++) {
    if (lines[i].trim() !== "") end = i + 1;
  }
  return [first, end];
}

/** A parameter's annotation and default follow its name; a lone `*` makes the remaining parameters keyword-only. */
function readParameters(code: PythonCode, list: SyntaxNode): Parameter[] {
  const parameters: Parameter[] = [];
  let kind: Parameter["kind"] = "plain";
  let isDefault = false;
  for (const node of childrenOf(list)) {
    const current = parameters.at(-1);
    if (node.name === ",") [kind, isDefault] = ["plain", false];
    else if (node.name === "*") kind = "rest";
    else if (node.name === "**") kind = "keywords";
    else if (node.name === "AssignOp") isDefault = true;
    else if (node.name === "TypeDef" && current) current.annotation = annotationOf(code, node);
    else if (isDefault && current) {
      current.fallback = textOf(code, node);
      current.literal = literal(code, node);
      isDefault = false;
    } else if (node.name === "VariableName") {
      parameters.push({ name: textOf(code, node), kind, annotation: null, fallback: null, literal: null });
    }
  }
  return parameters;
}

function annotationOf(code: PythonCode, node: SyntaxNode): string {
  return textOf(code, node)
    .replace(/^(:|->)/, "")
    .trim();
}

function readDocstring(code: PythonCode, body: SyntaxNode): PythonFunction["docstring"] {
  const first = childrenOf(body).find(({ name }) => name !== ":" && name !== "Comment");
  const node = first?.name === "ExpressionStatement" ? first.getChild("String") : null;
  const match = node && /^[rRuU]?("""|'''|"|')([\s\S]*)\1$/.exec(textOf(code, node));
  return node && match ? { text: dedent(match[2]), lines: linesOf(code, node) } : null;
}

/** Python's own rule: the first line stays as it is, the others lose the indentation that they share. */
function dedent(text: string): string {
  const [first, ...others] = text.split("\n");
  const indents = others.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents);
  return [first.trim(), ...others.map((line) => line.slice(shared).trimEnd())].join("\n").trim();
}
