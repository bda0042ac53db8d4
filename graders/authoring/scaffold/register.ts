import type { Assignment } from "../../../src/check/contract";
import { nameOf } from "../../course/folderOf";
import { identifiersOf } from "./identifiersOf";

/** Lines that are longer are broken by `npm run format`. */
const lineWidth = 120;

/**
 * The text of `src/assignments/index.ts` with one more assignment at the end: its import, its place in the list, and its
 * signatures.
 *
 * @throws Error when the text is not laid out as it was
 */
export function register(text: string, assignment: Pick<Assignment, "number" | "slug">): string {
  const { slug } = assignment;
  const { value, type } = identifiersOf(slug);
  const key = slug.includes("-") ? `"${slug}"` : slug;
  const withImport = insert(text, /[\s\S]*\/assignment";\n/, importOf(nameOf(assignment), value, type));
  const withValue = insert(withImport, /[\s\S]*?\bassignments: Assignment\[\] = \[\n(?: {2}\w+,\n)*/, `  ${value},\n`);
  return insert(withValue, /[\s\S]*?\binterface Signatures \{\n(?: {2}.*;\n)*/, `  ${key}: ${type};\n`);
}

function importOf(name: string, value: string, type: string): string {
  const from = `from "./${name}/assignment";\n`;
  const line = `import { type ${type}, assignment as ${value} } ${from}`;
  return line.length <= lineWidth + 1 ? line : `import {\n  type ${type},\n  assignment as ${value},\n} ${from}`;
}

function insert(text: string, before: RegExp, addition: string): string {
  const start = before.exec(text)?.[0];
  if (start === undefined) throw new Error("src/assignments/index.ts is laid out in another way; register it by hand");
  return start + addition + text.slice(start.length);
}
