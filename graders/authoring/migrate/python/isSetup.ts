import { childrenOf, parsePython, textOf } from "./PythonCode";

/** `...`, and calls of the old tools: `grader = otter.Notebook()`, `grader.check("q1")`, `ok.auth()`. */
const nothing = /^(\.\.\.$|\w+\s*=\s*(otter\.|Notebook\()|grader\.\w+\(|ok\.\w+\()/;

/** Whether code contains nothing to translate: only imports, magics, comments, `...`, and calls of the old tool. */
export function isSetup(source: string): boolean {
  const code = parsePython(source);
  return childrenOf(code.top).every(
    (node) => node.name === "ImportStatement" || node.name === "Comment" || nothing.test(textOf(code, node)),
  );
}
