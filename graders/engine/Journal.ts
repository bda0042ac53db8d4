import { closeSync, existsSync, ftruncateSync, openSync, readSync, renameSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import { words } from "../../src/words/words";
import type { Roster } from "../intake/roster/Roster";
import { clip } from "../text/clip";
import { linesOf } from "../text/linesOf";
import { writeAll } from "../text/writeAll";
import { writeWhole } from "../text/writeWhole";
import { type About, aboutOf, withAbout } from "./About";
import type { GradedSubmission } from "./gradeSubmission";
import { type JournalHeader, readHeader } from "./JournalHeader";
import { type JournalNote, parseNote, type RunNote } from "./JournalNote";
import { modeFor, privateFolder } from "./modeFor";
import { parseGraded } from "./parseGraded";

const fileName = "journal.ndjson";

/** A submission has at most half a million characters of code. With everything said about it, a line is far shorter. */
const longestLine = 32 * 2 ** 20;

/** In bytes; what a run notes at its end is far shorter. */
const longestRun = 2 ** 16;

/** A result in the file. */
interface Recorded {
  sha256: string | null;
  offset: number;
  length: number;
  /** The run that last found the submission, see Source; undefined if the line does not say. */
  source?: string;
  about: About;
}

/**
 * The results of a class on disk, one per line, written as they come in, so that a run that was killed can be resumed;
 * and what later runs say of them. Only the position of each result is kept in memory. Opening a journal requires the
 * lock on its folder, see FolderLock.
 */
export class Journal {
  private readonly lines = new Map<string, Recorded>();
  private readonly runs: RunNote[] = [];
  private roster: Roster | undefined;
  private end = 0;
  private unreadable = 0;
  /** What a run that was killed left of its last line is cut off when something is written, and not before. */
  private isCut = false;

  private constructor(
    private readonly file: number,
    readonly header: JournalHeader,
    /** Where an earlier journal was moved because its header could not be read. */
    readonly keptAside: string | null,
  ) {
    this.index();
  }

  /** The header of the run whose results are in `folder`; null when there is no header that can be read. */
  static headerIn(folder: string): JournalHeader | null {
    const header = readHeader(join(folder, fileName));
    return typeof header === "string" ? null : header;
  }

  /** The places that ended runs in `folder` have looked at, see Source. */
  static placesIn(folder: string): Set<string> {
    const places = new Set<string>();
    for (const note of notesIn(folder, "run", longestRun)) {
      if (note.note === "run") for (const place of note.places) places.add(place);
    }
    return places;
  }

  /** Who is in the class whose results are in `folder`, if a run was told. */
  static rosterIn(folder: string): Roster | undefined {
    let roster: Roster | undefined;
    for (const note of notesIn(folder, "roster", longestLine)) if (note.note === "roster") roster = note.roster;
    return roster;
  }

  /** The journal in `folder` as it is; null when there is none whose header can be read. */
  static existing(folder: string): Journal | null {
    const header = Journal.headerIn(folder);
    return header && new Journal(openSync(join(folder, fileName), "r+"), header, null);
  }

  /**
   * Resumes the run in `folder`, or starts one. With `fresh`, an earlier journal is kept as `journal.ndjson.old`. One
   * whose header cannot be read is not used, and is kept as `journal.ndjson.unreadable`.
   */
  static open(folder: string, header: JournalHeader, fresh: boolean): Journal {
    const path = join(folder, fileName);
    makeFolder(folder, privateFolder);
    if (fresh && existsSync(path)) renameSync(path, `${path}.old`);
    const isUnreadable = readHeader(path) === "unreadable";
    if (isUnreadable) renameSync(path, unreadableName(path));
    if (readHeader(path) === "missing") writeWhole(path, [`${JSON.stringify(header)}\n`], modeFor(folder));
    return new Journal(openSync(path, "r+"), header, isUnreadable ? unreadableName(path) : null);
  }

  /** How many lines could not be read when the journal was opened. Their submissions have to be graded again. */
  get unreadableLines(): number {
    return this.unreadable;
  }

  /** Whether this very file has been graded already. */
  has(id: string, sha256: string | null): boolean {
    const line = this.lines.get(id);
    return line !== undefined && sha256 !== null && line.sha256 === sha256;
  }

  /** The students of the class, in the order in which they came. */
  get ids(): string[] {
    return [...this.lines.keys()];
  }

  /** The run that last found a student's submission. */
  sourceOf(id: string): string | undefined {
    return this.lines.get(id)?.source;
  }

  /** What the last run to find a student's submission said of it. */
  aboutOf(id: string): About {
    return this.lines.get(id)?.about ?? {};
  }

  /** The ids of those on the last roster. */
  get listed(): string[] {
    return (this.roster?.listed ?? []).map(({ learner }) => learner.id);
  }

  /** Writes down who is in the class, unless that is known. */
  noteRoster(roster: Roster): void {
    if (JSON.stringify(roster) !== JSON.stringify(this.roster)) this.note({ note: "roster", roster });
  }

  /** The runs that have ended, the last one last. */
  get ended(): readonly RunNote[] {
    return this.runs;
  }

  /** @param source the run, see Source */
  append(graded: GradedSubmission, source?: string): void {
    const line = { ...graded, source };
    const offset = this.end;
    this.write(line);
    this.remember(line, offset, this.end - offset - 1);
  }

  note(note: JournalNote): void {
    this.write(note);
    this.take(note);
  }

  private write(line: object): void {
    if (!this.isCut) ftruncateSync(this.file, this.end);
    this.isCut = true;
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`, "utf8");
    // If this fails halfway, the next line overwrites it.
    writeAll(this.file, bytes, this.end);
    this.end += bytes.length;
  }

  private take(note: JournalNote): void {
    if (note.note === "run") this.runs.push(note);
    else if (note.note === "roster") this.roster = note.roster;
    else if (note.note === "gone") this.lines.delete(note.id);
    else {
      const line = this.lines.get(note.id);
      if (line) this.lines.set(note.id, { ...line, source: note.source, about: note.about });
    }
  }

  /** @throws Error when there is no such result, or when another program has changed the file in the meantime. */
  read(id: string): GradedSubmission {
    const line = this.lines.get(id);
    if (!line) throw new Error(words.engine.lostResult(clip(id, 120)));
    const bytes = Buffer.alloc(line.length);
    const count = readSync(this.file, bytes, 0, line.length, line.offset);
    const graded = parseGraded(bytes.toString("utf8", 0, count));
    if (graded?.result.id === id) return { ...graded, result: withAbout(graded.result, line.about) };
    throw new Error(words.engine.changedResult(clip(id, 120), fileName));
  }

  close(): void {
    closeSync(this.file);
  }

  private remember({ result, source }: GradedSubmission & { source?: string }, offset: number, length: number): void {
    // A grader fault is not a verdict: the submission is graded again.
    const sha256 = result.status === "grader-fault" ? null : result.sha256;
    this.lines.set(result.id, { sha256, offset, length, source, about: aboutOf(result) });
  }

  /** Finds the lines, but for one that was still being written when the run was killed. */
  private index(): void {
    for (const { offset, length, text } of linesOf(this.file, longestLine)) {
      const graded = text === null ? null : parseGraded(text);
      const note = graded || text === null ? null : parseNote(text);
      if (graded) this.remember(graded, offset, length);
      else if (note) this.take(note);
      // The first line is the header.
      else if (offset > 0) this.unreadable += 1;
      this.end = offset + length + 1;
    }
  }
}

function unreadableName(path: string): string {
  return `${path}.unreadable`;
}

/** The notes of one kind, without reading results. */
function* notesIn(folder: string, kind: JournalNote["note"], longest: number): Generator<JournalNote> {
  const path = join(folder, fileName);
  if (!existsSync(path)) return;
  const file = openSync(path, "r");
  try {
    for (const { text } of linesOf(file, longest)) {
      const note = text?.startsWith(`{"note":"${kind}"`) ? parseNote(text) : null;
      if (note) yield note;
    }
  } finally {
    closeSync(file);
  }
}
