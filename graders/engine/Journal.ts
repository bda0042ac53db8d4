import { closeSync, existsSync, ftruncateSync, openSync, readSync, renameSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import { words } from "../../src/words/words";
import { clip } from "../text/clip";
import { linesOf } from "../text/linesOf";
import { writeAll } from "../text/writeAll";
import { writeWhole } from "../text/writeWhole";
import type { GradedSubmission } from "./gradeSubmission";
import { type JournalHeader, readHeader } from "./JournalHeader";
import { modeFor, privateFolder } from "./modeFor";
import { parseGraded } from "./parseGraded";

const fileName = "journal.ndjson";

/** A submission has at most half a million characters of code. With everything said about it, a line is far shorter. */
const longestLine = 32 * 2 ** 20;

/**
 * The results of a run on disk, one per line, written as they come in, so that a run that was killed can be resumed.
 * Only the position of each line is kept in memory. Opening a journal requires the lock on its folder, see FolderLock.
 */
export class Journal {
  private readonly lines = new Map<string, { sha256: string | null; offset: number; length: number }>();
  private end = 0;
  private unreadable = 0;

  private constructor(
    private readonly file: number,
    /** Where an earlier journal was moved because its header could not be read. */
    readonly keptAside: string | null,
  ) {}

  /** The header of the run whose results are in `folder`; null when there is no header that can be read. */
  static headerIn(folder: string): JournalHeader | null {
    const header = readHeader(join(folder, fileName));
    return typeof header === "string" ? null : header;
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
    const journal = new Journal(openSync(path, "r+"), isUnreadable ? unreadableName(path) : null);
    journal.index();
    return journal;
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

  append(graded: GradedSubmission): void {
    const bytes = Buffer.from(`${JSON.stringify(graded)}\n`, "utf8");
    // If this fails halfway, the next line overwrites it.
    writeAll(this.file, bytes, this.end);
    this.remember(graded, this.end, bytes.length - 1);
    this.end += bytes.length;
  }

  /** @throws Error when there is no such result, or when another program has changed the file in the meantime. */
  read(id: string): GradedSubmission {
    const line = this.lines.get(id);
    if (!line) throw new Error(words.engine.lostResult(clip(id, 120)));
    const bytes = Buffer.alloc(line.length);
    const count = readSync(this.file, bytes, 0, line.length, line.offset);
    const graded = parseGraded(bytes.toString("utf8", 0, count));
    if (graded?.result.id === id) return graded;
    throw new Error(words.engine.changedResult(clip(id, 120), fileName));
  }

  close(): void {
    closeSync(this.file);
  }

  private remember({ result }: GradedSubmission, offset: number, length: number): void {
    // A grader fault is not a verdict: the submission is graded again.
    const sha256 = result.status === "grader-fault" ? null : result.sha256;
    this.lines.set(result.id, { sha256, offset, length });
  }

  /** Finds the lines, and cuts off the last one if it was still being written when the run was killed. */
  private index(): void {
    for (const { offset, length, text } of linesOf(this.file, longestLine)) {
      const graded = text === null ? null : parseGraded(text);
      if (graded) this.remember(graded, offset, length);
      // The first line is the header.
      else if (offset > 0) this.unreadable += 1;
      this.end = offset + length + 1;
    }
    ftruncateSync(this.file, this.end);
  }
}

function unreadableName(path: string): string {
  return `${path}.unreadable`;
}
