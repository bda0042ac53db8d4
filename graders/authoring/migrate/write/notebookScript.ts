import { clip } from "../../../text/clip";
import { solutionLines, withoutLines } from "../hiddenLines";
import type { Lesson } from "../Lesson";
import type { Part } from "../Part";
import { isSetup } from "../python/isSetup";
import { placeOf } from "../SourceCell";
import { codeComment, comment } from "./comment";
import { hardBreaks } from "./hardBreaks";

/**
 * The text of `notebook.ts`: markdown word for word, graded functions pulled in by name and checked, and all other code
 * as Python in comments. It contains nothing that learners did not see.
 */
export function writeNotebookScript(lesson: Lesson): string {
  const { slug, fileName, format } = lesson;
  const cells = lesson.parts.flatMap((part) => writePart(part, lesson));
  const firstCode = cells.findIndex((cell) => !cell.startsWith("// %% [markdown]"));
  const start = firstCode < 0 ? cells.length : firstCode;
  const header = comment(`The lesson of ${slug} in percent format: \`nablab build\` makes the notebook from it.
It came from ${clip(fileName, 80)} (${format}).
biome-ignore-all lint/correctness/noUnusedImports: NotImplemented is for the starters.`);
  const imports = `// %%
import { check, NotImplemented, np, useAssignment } from "nablab";

useAssignment("${slug}");`;
  return `${[header, ...cells.slice(0, start), imports, ...cells.slice(start)].join("\n\n")}\n`;
}

function writePart(part: Part, lesson: Lesson): string[] {
  switch (part.role) {
    case "text":
      return markdown(part.source);
    case "given":
      return python(part, part.source);
    case "solution":
      return solution(part, lesson);
    case "manual":
      return part.cell.type === "code" ? ["// %%\n// Your code here."] : markdown("*Your answer here.*");
    default:
      return [];
  }
}

function markdown(source: string): string[] {
  const text = source.replace(/^\n+/, "").trimEnd();
  return text === "" ? [] : [`// %% [markdown]\n${comment(hardBreaks(text))}`];
}

function python(part: Part, source: string): string[] {
  if (isSetup(source)) return [];
  return [`// %%\n// TODO: write in TypeScript what this Python did (${placeOf(part.cell)}).\n${codeComment(source)}`];
}

/** The rest of the cell comes before the functions, because they may use it. */
function solution(part: Part, { functions }: Lesson): string[] {
  const { lines } = solutionLines(part.source);
  const own = functions.filter((one) => one.part === part);
  const inFunctions = new Set(own.flatMap(({ python: { lines } }) => range(lines)));
  const given = lines.size === 0 ? "" : withoutFunctions(part.source, lines, inFunctions);
  const names = own.map(({ name }) => name);
  const before = python(part, given);
  if (own.length === 0) return before.length > 0 ? before : ["// %%\n// Your code here."];
  return [...before, ...names.map((name) => `// %% [graded] ${name}`), `// %%\n${checkCall(names)}`];
}

function withoutFunctions(source: string, hidden: ReadonlySet<number>, inFunctions: ReadonlySet<number>): string {
  const outside = source.split("\n").map((line, i) => (inFunctions.has(i + 1) ? "" : line));
  const hiddenOutside = new Set([...hidden].filter((line) => !inFunctions.has(line)));
  return withoutLines(outside.join("\n"), hiddenOutside).replace(/\n{3,}/g, "\n\n");
}

function checkCall(names: readonly string[]): string {
  const line = `check({ ${names.join(", ")} });`;
  return line.length <= 120 ? line : `check({\n${names.map((name) => `  ${name},`).join("\n")}\n});`;
}

function range([first, last]: [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
