import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { extname, join, parse, resolve } from "node:path";
import { clip } from "../extract/clip";

/** A file to grade, or the reason why there is none. */
export interface SubmissionEntry {
  /** The student, as the file or the folder around it is named. Unique within a run. */
  id: string;
  file: string;
  problem?: string;
}

export interface FoundSubmissions {
  entries: SubmissionEntry[];
  /** Files beside the submissions that are none. */
  skipped: string[];
}

const extensions = [".ipynb", ".ts"];

/**
 * Submissions in the order of their names. A path is a file, or a folder of `<student>.ipynb`, `<student>.ts` or
 * `<student>/<anything>.ipynb`. Links are not followed.
 *
 * @param results folder for the results, which is nobody's, wherever it is
 * @throws Error when a path does not exist
 */
export function findSubmissions(paths: readonly string[], results?: string): FoundSubmissions {
  const found: FoundSubmissions = { entries: [], skipped: [] };
  const excluded = results === undefined ? null : resolve(results);
  for (const path of paths) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) throw new Error(`there is no file or folder ${path}`);
    if (stats.isDirectory() && !isSubmissionName(path)) readClass(path, found, excluded);
    else found.entries.push({ id: parse(path).name, file: path });
  }
  return { entries: withUniqueIds(found.entries), skipped: found.skipped };
}

function readClass(folder: string, found: FoundSubmissions, excluded: string | null): void {
  for (const entry of visibleEntries(folder)) {
    const file = join(folder, entry.name);
    if (resolve(file) === excluded) continue;
    if (isSubmissionName(entry.name)) found.entries.push({ id: parse(entry.name).name, file });
    else if (entry.isDirectory()) found.entries.push(readStudentFolder(entry.name, file));
    else found.skipped.push(file);
  }
}

/** A notebook goes before a script; of two of a kind, neither can be preferred. */
function readStudentFolder(id: string, folder: string): SubmissionEntry {
  const names = visibleEntries(folder).map(({ name }) => name);
  for (const extension of extensions) {
    const candidates = names.filter((name) => extname(name).toLowerCase() === extension);
    if (candidates.length === 1) return { id, file: join(folder, candidates[0]) };
    if (candidates.length > 1) {
      const listed = candidates.slice(0, 3).join(", ");
      return {
        id,
        file: folder,
        problem: `holds ${candidates.length} files that could be meant (${listed}); one is needed`,
      };
    }
  }
  return { id, file: folder, problem: "is a folder without a notebook (.ipynb) or a TypeScript file (.ts)" };
}

function visibleEntries(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a file is one by its name: `.ipynb` or `.ts`. */
export function isSubmissionName(path: string): boolean {
  return extensions.includes(extname(path).toLowerCase());
}

/** `ada.ipynb` and `ada.ts` are two submissions: where names collide, the path tells them apart. A file counts once. */
function withUniqueIds(entries: readonly SubmissionEntry[]): SubmissionEntry[] {
  const files = new Map(entries.map((entry) => [resolve(entry.file), { ...entry, id: clip(entry.id, 100) }]));
  const counts = new Map<string, number>();
  for (const { id } of files.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Array.from(files.values(), (entry) =>
    counts.get(entry.id) === 1 ? entry : { ...entry, id: clip(entry.file, 300) },
  );
}
