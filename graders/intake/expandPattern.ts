import { existsSync, lstatSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { saying } from "../../src/words/Saying";
import { words } from "../../src/words/words";
import { printable } from "../text/printable";
import type { Arrival } from "./Arrival";
import { type FolderEntry, folderEntries } from "./folderEntries";
import type { HandIn } from "./HandIn";
import { isLeftover } from "./isLeftover";
import { listFolder } from "./listFolder";

/** A step of a pattern below its fixed part, as an expression that finds the student in a name. */
interface Step {
  text: string;
  form: RegExp;
  isLast: boolean;
}

const placeholder = /\{(student|student_id|assignment|assignment_id|notebook)\}|\*/g;

export function isPattern(path: string): boolean {
  return /\{[a-z_]+\}/.test(path) && !existsSync(path);
}

/**
 * What stands for the placeholders of a pattern, such as `/home/{student}/course/hw1.ipynb`: one for each `{student}`.
 * `{assignment}`, `{notebook}` and `*` stand for any name. Links are followed in the fixed part only.
 *
 * @throws Error when there is no `{student}` in it, or the fixed part does not exist
 */
export function expandPattern(pattern: string): HandIn[] {
  if (!/\{student(_id)?\}/.test(pattern)) throw new Error(words.intake.noPlaceholder(printable(pattern)));
  const parts = pattern.split(/[/\\](?![^{]*\})/);
  const fixed = parts.findIndex((part) => part.search(placeholder) >= 0);
  const root = parts.slice(0, fixed).join("/") || (fixed > 0 ? "/" : ".");
  const rest = parts.slice(fixed).filter((part) => part !== "" && part !== ".");
  const steps = rest.map((text, i) => ({ text, form: formOf(text), isLast: i === rest.length - 1 }));
  const found = new Map<string, HandIn>();
  follow({ folder: root, names: [], student: null }, steps, found, resolve(root).split(sep));
  return [...found.values()];
}

/** `{student}-hw1.ipynb` finds the student in `ada-hw1.ipynb`. */
function formOf(text: string): RegExp {
  const source = text
    .split(/(\{\w+\}|\*)/)
    .map((piece) => {
      if (/^\{student(_id)?\}$/.test(piece)) return "(?<student>.+?)";
      return /^(\{\w+\}|\*)$/.test(piece) ? ".+?" : piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  return new RegExp(`^${source}$`, "su");
}

interface Way {
  folder: string;
  names: readonly string[];
  student: string | null;
}

function follow(way: Way, steps: readonly Step[], found: Map<string, HandIn>, root: readonly string[]): void {
  const [step, ...rest] = steps;
  const arrival = arrivalAt(way, root);
  if (!step) {
    addFiles(way, found, root);
    return;
  }
  let entries: FolderEntry[];
  try {
    entries = entriesFor(step, way.folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (way.student === null) throw new Error(words.intake.noSuchPath(printable(way.folder)));
    add(way.student, { ...arrival, isFolder: true, problem: saying("extract", "unreadable", code) }, found);
    return;
  }
  const before = found.get(way.student ?? "")?.files.length ?? 0;
  for (const entry of entries) {
    const match = step.form.exec(entry.name);
    const student = match?.groups?.student ?? way.student;
    if (!match || (way.student !== null && student !== way.student)) continue;
    const next = { folder: join(way.folder, entry.name), names: [...way.names, entry.name], student };
    const reached = arrivalAt(next, root);
    if (entry.garbled)
      add(student, { ...reached, bytes: entry.garbled, problem: saying("intake", "garbledName") }, found);
    else if (entry.kind === "link") add(student, { ...reached, problem: saying("extract", "link") }, found);
    else if (entry.kind === "folder" || rest.length === 0) follow(next, rest, found, root);
  }
  if (way.student === null || (found.get(way.student)?.files.length ?? 0) > before) return;
  const missing = saying("intake", "noneThere", printable(steps.map(({ text }) => text).join("/")));
  add(way.student, { ...arrival, isFolder: true, problem: missing }, found);
}

/** A step without a placeholder needs no permission to list the folder, and may name anything. */
function entriesFor({ text }: Step, folder: string): FolderEntry[] {
  if (text.search(placeholder) >= 0) return folderEntries(folder).filter(({ name }) => !isLeftover(name));
  const stats = lstatSync(join(folder, text), { throwIfNoEntry: false });
  if (!stats) return [];
  return [{ name: text, kind: stats.isSymbolicLink() ? "link" : stats.isDirectory() ? "folder" : "file" }];
}

/** What a pattern leads to is a file, or a folder in which everything is the student's. */
function addFiles(way: Way, found: Map<string, HandIn>, root: readonly string[]): void {
  const arrival = arrivalAt(way, root);
  if (!lstatSync(way.folder).isDirectory()) {
    add(way.student, arrival, found);
    return;
  }
  const { arrivals } = listFolder(way.folder);
  for (const one of arrivals) {
    const names = [...way.names, ...one.names];
    add(way.student, { ...one, names, depth: names.length }, found);
  }
  if (arrivals.length === 0) add(way.student, { ...arrival, isFolder: true }, found);
}

function arrivalAt({ folder, names }: Way, root: readonly string[]): Arrival {
  return { names, place: [...root, ...names], depth: names.length, path: folder };
}

function add(student: string | null, file: Arrival, found: Map<string, HandIn>): void {
  if (student === null) return;
  const known = found.get(student);
  if (known) known.files.push(file);
  else found.set(student, { learners: [{ id: student }], files: [file] });
}
