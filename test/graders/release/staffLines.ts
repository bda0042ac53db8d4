import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFiles, root } from "../../house/files";

/** Shorter lines are the same everywhere; a long text is a message, which learners may read when it applies. */
const code = /^(?!\/\/|\*|\/\*|import\b|export (type|interface)\b).{28,}$/;
const text = /"[^"]{16,}"|`[^`]{16,}`/;

/** What learners write themselves. The rest of a solution is what they start from. */
const region = /\/\/ BEGIN SOLUTION\n[\s\S]*?\/\/ END SOLUTION\n/g;

/** Lines of code that are in the `staff/` folders, and nowhere that learners may look. */
export function staffLines(): string[] {
  const sources = repositoryFiles().filter((file) => /^(src|graders)\/.*\.ts$/.test(file));
  const texts = sources.map((file) => ({ file, content: readFileSync(join(root, file), "utf8") }));
  const given = texts.map(({ file, content }) => (isStaff(file) ? startOf(file, content) : content));
  const known = new Set([...given, ...starters()].flatMap(linesOf));
  const lines = texts.filter(({ file }) => isStaff(file)).flatMap(({ content }) => linesOf(content));
  return [...new Set(lines)].filter((line) => code.test(line) && !text.test(line) && !known.has(line));
}

/** The cells of the learners' notebooks: the heads of functions are there without `export`. */
function starters(): string[] {
  const notebooks = repositoryFiles().filter((file) => /^notebooks\/.*\.ipynb$/.test(file));
  return notebooks.flatMap((file) =>
    (JSON.parse(readFileSync(join(root, file), "utf8")).cells as { source: string[] }[]).map(({ source }) =>
      source.join(""),
    ),
  );
}

function isStaff(file: string): boolean {
  return file.includes("/staff/");
}

function startOf(file: string, content: string): string {
  return file.endsWith("/staff/solution.ts") ? content.replaceAll(region, "") : "";
}

function linesOf(content: string): string[] {
  return content.split("\n").map((line) => line.trim());
}

/** The names of the assignments' folders. */
export function assignmentFolders(): string[] {
  const entries = readdirSync(join(root, "src/assignments"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
