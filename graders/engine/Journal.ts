import { closeSync, existsSync, ftruncateSync, openSync, readSync, renameSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../src/kernel/places/makeFolder";
import { words } from "../../src/words/words";
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
import type { SubmissionResult } from "./results";

const fileName = "journal.ndjson";

/** A submission has at most half a million characters of code. With everything said about it, a line is far shorter. */
const longestLine = 32 * 2 ** 20;

/** In bytes; what a run notes at its end is far shorter. */
const longestRun = 2 ** 16;

/** A student of the class. */
interface Recorded {
  sha256: string | null;
  /** Where the result is in the file; for somebody who handed nothing in, the points that there were. */
  line: { offset: number; length: number } | { maxScore: number };
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
  private readonly class = new Map<string, Recorded>();
  private readonly runs: RunNote[] = [];
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
    const path = join(folder, fileName);
    if (!existsSync(path)) return places;
    const file = openSync(path, "r");
    try {
      for (const { text } of linesOf(file, longestRun)) {
        const note = text?.startsWith(`{"note":"run"`) ? parseNote(text) : null;
        if (note?.note === "run") for (const place of note.places) places.add(place);
      }
    } finally {
      closeSync(file);
    }
    return places;
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
    const recorded = this.class.get(id);
    return recorded !== undefined && sha256 !== null && recorded.sha256 === sha256;
  }

  /** The students of the class, in the order in which they came. */
  get ids(): string[] {
    return [...this.class.keys()];
  }

  /** The run that last found a student's submission. */
  sourceOf(id: string): string | undefined {
    return this.class.get(id)?.source;
  }

  /** Whether nothing has been handed in by a student on the roster. */
  isAbsent(id: string): boolean {
    const recorded = this.class.get(id);
    return recorded !== undefined && "maxScore" in recorded.line;
  }

  /** What the last run to find a student's submission said of it. */
  aboutOf(id: string): About {
    return this.class.get(id)?.about ?? {};
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

  /** Writes nothing that the journal says already. */
  note(note: JournalNote): void {
    if (this.says(note)) return;
    this.write(note);
    this.take(note);
  }

  private says(note: JournalNote): boolean {
    if (note.note === "gone") return !this.class.has(note.id);
    if (note.note === "run") return isSame(note, this.runs.at(-1));
    const recorded = this.class.get(note.id);
    const isKnown = recorded?.source === note.source && isSame(recorded.about, note.about);
    return isKnown && (note.note === "absent") === this.isAbsent(note.id);
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
    switch (note.note) {
      case "run":
        this.runs.push(note);
        break;
      case "gone":
        this.class.delete(note.id);
        break;
      case "absent": {
        const { id, source, maxScore, about } = note;
        this.class.set(id, { sha256: null, line: { maxScore }, source, about });
        break;
      }
      case "seen": {
        const { id, source, about } = note;
        const recorded = this.class.get(id);
        if (recorded) this.class.set(id, { ...recorded, source, about });
      }
    }
  }

  /** @throws Error when there is no such result, or when another program has changed the file in the meantime. */
  read(id: string): GradedSubmission {
    const recorded = this.class.get(id);
    if (!recorded) throw new Error(words.engine.lostResult(clip(id, 120)));
    const { line, about } = recorded;
    if ("maxScore" in line) return { result: withAbout(notHandedIn(id, line.maxScore), about), code: [] };
    const bytes = Buffer.alloc(line.length);
    const count = readSync(this.file, bytes, 0, line.length, line.offset);
    const graded = parseGraded(bytes.toString("utf8", 0, count));
    if (graded?.result.id === id) return { ...graded, result: withAbout(graded.result, about) };
    throw new Error(words.engine.changedResult(clip(id, 120), fileName));
  }

  close(): void {
    closeSync(this.file);
  }

  private remember({ result, source }: GradedSubmission & { source?: string }, offset: number, length: number): void {
    // A grader fault is not a verdict: the submission is graded again.
    const sha256 = result.status === "grader-fault" ? null : result.sha256;
    this.class.set(result.id, { sha256, line: { offset, length }, source, about: aboutOf(result) });
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

function isSame(one: object, other: object | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function notHandedIn(id: string, maxScore: number): SubmissionResult {
  return { id, sha256: null, status: "not-handed-in", score: null, maxScore, durationMs: 0, functions: [] };
}

function unreadableName(path: string): string {
  return `${path}.unreadable`;
}
