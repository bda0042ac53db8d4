import { childrenOf, nodesOf, type PythonCode, textOf } from "./PythonCode";

export interface Import {
  /** `numpy`, `matplotlib.pyplot`. */
  module: string;
  /** What is imported from the module; null if it is the module itself. */
  name: string | null;
  /** What the code calls it. */
  alias: string;
}

export function findImports(code: PythonCode): Import[] {
  return nodesOf(code.top, "ImportStatement").flatMap((statement) => {
    const words = childrenOf(statement).map((node) => textOf(code, node));
    const split = words.indexOf("import");
    const isFrom = words[0] === "from";
    const module = isFrom ? words.slice(1, split).join("") : "";
    return namesAfter(words.slice(split + 1)).map(({ name, alias }) =>
      isFrom ? { module, name, alias } : { module: name, name: null, alias },
    );
  });
}

/** `a . b as c , d` is a.b, called c, and d. */
function namesAfter(words: readonly string[]): { name: string; alias: string }[] {
  const groups: string[][] = [[]];
  for (const word of words) {
    if (word === ",") groups.push([]);
    else if (word !== "(" && word !== ")") groups.at(-1)?.push(word);
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => {
      const renamed = group.indexOf("as");
      const name = (renamed < 0 ? group : group.slice(0, renamed)).join("");
      return { name, alias: renamed < 0 ? name.split(".")[0] : group.slice(renamed + 1).join("") };
    });
}
