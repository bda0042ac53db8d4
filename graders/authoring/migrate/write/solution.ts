import type { GradedFunction } from "../GradedFunction";
import { solutionLines } from "../hiddenLines";
import type { Part } from "../Part";
import type { PythonFunction } from "../python/PythonFunction";
import { placeOf } from "../SourceCell";
import { codeComment, comment, documentation } from "./comment";
import { declaration } from "./signature";

/**
 * The text of `staff/solution.ts`: every function with its documentation, a body that is still to be written, and its
 * Python above. Of these, only the documentation goes into the learners' notebook.
 */
export function writeSolution(functions: readonly GradedFunction[]): string {
  const declarations = functions.map(writeFunction);
  const names = ["Value", "NDArray"].filter((name) =>
    functions.some((one) => new RegExp(`\\b${name}\\b`).test(declaration(one.name, one.python))),
  );
  const imports = names.map((name) =>
    name === "Value"
      ? 'import type { Value } from "../../../check/contract";'
      : 'import type { NDArray } from "../../../core/NDArray";',
  );
  if (functions.length === 0) return "// TODO: write a function that learners are to write.\nexport {};\n";
  const note =
    "// TODO: give parameters and results their types, number or NDArray, instead of Value; in assignment.ts too.";
  return `${[imports.join("\n"), note, ...declarations].filter(Boolean).join("\n\n")}\n`;
}

function writeFunction({ name, python, part }: GradedFunction): string {
  const documented = learnersDocstring(python, part);
  const defaults = python.parameters
    .filter(({ fallback, literal }) => fallback !== null && literal === null)
    .map((parameter) => comment(`TODO: the default of ${parameter.name} is ${oneLine(parameter.fallback ?? "")}.`));
  return [
    `// Python, ${placeOf(part.cell)}:`,
    "//",
    codeComment(pythonOf(python.lines, part.source, documented?.lines)),
    ...defaults,
    documentation(documented?.text ?? `TODO: say what ${name} does, with the shapes of what it takes and returns.`),
    declaration(name, python),
    "  // BEGIN SOLUTION",
    "  // TODO: write in TypeScript what the Python above does.",
    `  throw new Error("${name} is not translated from Python yet");`,
    "  // END SOLUTION",
    "}",
  ].join("\n");
}

function pythonOf([first, last]: [number, number], source: string, docstring?: [number, number]): string {
  const isDocumentation = (line: number) => docstring && line >= docstring[0] && line <= docstring[1];
  return source
    .split("\n")
    .filter((_, i) => i + 1 >= first && i + 1 <= last && (i + 1 === first || !isDocumentation(i + 1)))
    .join("\n");
}

/** The docstring, unless it is empty or inside the solution, where learners did not see it. */
function learnersDocstring({ docstring }: PythonFunction, { source }: Part): PythonFunction["docstring"] {
  if (docstring === null || docstring.text === "") return null;
  return solutionLines(source).lines.has(docstring.lines[0]) ? null : docstring;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
