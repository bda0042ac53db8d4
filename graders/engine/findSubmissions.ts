import { lstatSync } from "node:fs";
import { extname, join, parse, resolve } from "node:path";
import { words } from "../../src/words/words";
import type { Learner } from "../intake/Learner";
import { printable } from "../text/printable";
import type { SubmissionResult } from "./results";
import { shownPaths } from "./shownPaths";
import { uniqueIds } from "./uniqueIds";
import { type FolderEntry, visibleEntries } from "./visibleEntries";

/** A file to grade, or the reason why there is nothing to grade, and whose it is. The ids of a run are unique. */
export interface SubmissionEntry extends Learner, Pick<SubmissionResult, "late" | "attempt" | "choice"> {
  /** Where it is read from. */
  file: string;
  /** The file as results name it: its path below the folder that the command names, with `/`. By default its name. */
  shown?: string;
  problem?: string;
}

export interface FoundSubmissions {
  entries: SubmissionEntry[];
  /** The names of files that lie beside the submissions but are not submissions. */
  skipped: string[];
}

/** A submission before all are known. */
interface Found {
  /** The student's name. */
  name: string;
  path: string;
  /** How many names at the end of the path lie below the folder that the command names. */
  depth: number;
  /** Tells unreadable names apart. */
  bytes?: Buffer;
  problem?: string;
}

const extensions = [".ipynb", ".ts"];

/**
 * Submissions sorted by name. A path is a file, or a folder of `<student>.ipynb`, `<student>.ts` or
 * `<student>/<anything>.ipynb`. Links are not followed.
 *
 * @param results the folder for the results, which is never taken for a student's
 * @throws Error when a path does not exist
 */
export function findSubmissions(paths: readonly string[], results?: string): FoundSubmissions {
  const found: Found[] = [];
  const skipped: string[] = [];
  const excluded = results === undefined ? null : resolve(results);
  for (const path of paths) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) throw new Error(words.engine.noSuchPath(printable(path)));
    if (!stats.isDirectory() || isSubmissionName(path)) found.push({ name: parse(path).name, path, depth: 1 });
    else {
      for (const entry of visibleEntries(path)) {
        const file = join(path, entry.name);
        if (resolve(file) === excluded) continue;
        const one = inClass(entry, file);
        if (one) found.push(one);
        else skipped.push(printable(entry.name));
      }
    }
  }
  return { entries: toEntries(found), skipped };
}

/** The submission that an entry of a class folder stands for; null for a file that is not a submission. */
function inClass({ name, isGarbled, bytes, isFolder }: FolderEntry, path: string): Found | null {
  if (!isSubmissionName(name) && !isFolder) return null;
  const one = { name: isSubmissionName(name) ? parse(name).name : name, path, depth: 1 };
  if (isGarbled) return { ...one, bytes, problem: words.engine.garbledName };
  return isSubmissionName(name) ? one : { ...one, ...inStudentFolder(path) };
}

/** A notebook takes precedence over a script; between two of the same kind, neither is preferred. */
function inStudentFolder(folder: string): Partial<Found> {
  const entries = visibleEntries(folder);
  for (const extension of extensions) {
    const candidates = entries.filter(({ name }) => extname(name).toLowerCase() === extension);
    const names = candidates.map(({ name }) => printable(name));
    if (candidates.length > 1) {
      return { problem: words.engine.severalFiles(names) };
    }
    if (candidates.some(({ isGarbled }) => isGarbled)) {
      return { problem: words.engine.garbledFile(names[0]) };
    }
    if (candidates.length === 1) return { path: join(folder, candidates[0].name), depth: 2 };
  }
  return { problem: words.engine.noFile };
}

/** Whether a file's name makes it a submission: `.ipynb` or `.ts`. */
export function isSubmissionName(path: string): boolean {
  return extensions.includes(extname(path).toLowerCase());
}

/** A file counts only once, no matter how often the command names it. */
function toEntries(all: readonly Found[]): SubmissionEntry[] {
  const found = [...new Map(all.map((one) => [`${resolve(one.path)}\0${one.bytes?.toString("hex")}`, one])).values()];
  const shown = shownPaths(found);
  const ids = uniqueIds(
    found.map(({ name, bytes }, i) => ({ name, shown: shown[i], key: `${shown[i]}\0${bytes?.toString("hex") ?? ""}` })),
  );
  return found.map(({ path, problem }, i) => ({
    id: ids[i],
    file: path,
    shown: printable(shown[i]),
    ...(problem === undefined ? {} : { problem }),
  }));
}
