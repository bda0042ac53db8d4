import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../makeFolder";
import type { GradedSubmission } from "./gradeSubmission";
import { modeFor, privateFolder } from "./modeFor";

/** What makes results comparable: those of another header must not be mixed with these. */
export interface JournalHeader {
  schema: "nablab.journal/1";
  assignment: string;
  seed: number;
  /** Hash of the checks, the limits and the grader's code. */
  conditions: string;
}

const fileName = "journal.ndjson";

/**
 * The results of a run on disk, a line each, written as they come: a run that is killed goes on where it was. Only the
 * place of each line is kept in memory.
 */
export class Journal {
  private readonly lines = new Map<string, { sha256: string | null; offset: number; length: number }>();
  private end = 0;

  private constructor(private readonly file: number) {}

  /** The header of the run whose results are in `folder`, or null. */
  static headerIn(folder: string): JournalHeader | null {
    const path = join(folder, fileName);
    if (!existsSync(path)) return null;
    try {
      return JSON.parse(readFileSync(path, "utf8").split("\n", 1)[0]) as JournalHeader;
    } catch {
      return null;
    }
  }

  /** Continues the run in `folder`, or starts one. With `fresh`, an earlier journal is kept aside. */
  static open(folder: string, header: JournalHeader, fresh: boolean): Journal {
    const path = join(folder, fileName);
    makeFolder(folder, privateFolder);
    if (fresh && existsSync(path)) renameSync(path, `${path}.old`);
    if (Journal.headerIn(folder) === null) {
      writeFileSync(path, `${JSON.stringify(header)}\n`, { mode: modeFor(folder) });
    }
    const journal = new Journal(openSync(path, "r+"));
    journal.index();
    return journal;
  }

  /** Whether this very file has been graded already. */
  has(id: string, sha256: string | null): boolean {
    const line = this.lines.get(id);
    return line !== undefined && sha256 !== null && line.sha256 === sha256;
  }

  append(graded: GradedSubmission): void {
    const bytes = Buffer.from(`${JSON.stringify(graded)}\n`, "utf8");
    writeSync(this.file, bytes, 0, bytes.length, this.end);
    this.remember(graded, this.end, bytes.length - 1);
    this.end += bytes.length;
  }

  read(id: string): GradedSubmission {
    const line = this.lines.get(id);
    if (!line) throw new Error(`the journal has no result for ${id}`);
    const bytes = Buffer.alloc(line.length);
    readSync(this.file, bytes, 0, line.length, line.offset);
    return JSON.parse(bytes.toString("utf8")) as GradedSubmission;
  }

  close(): void {
    closeSync(this.file);
  }

  private remember({ result }: GradedSubmission, offset: number, length: number): void {
    // A fault of ours is no verdict: it is graded again.
    const sha256 = result.status === "grader-fault" ? null : result.sha256;
    this.lines.set(result.id, { sha256, offset, length });
  }

  /** Finds the lines, and cuts off a last one that was being written when the run was killed. */
  private index(): void {
    const { size } = fstatSync(this.file);
    const chunk = Buffer.alloc(2 ** 20);
    let pending: Buffer = Buffer.alloc(0);
    let isHeader = true;
    for (let position = 0; position < size; ) {
      const count = readSync(this.file, chunk, 0, chunk.length, position);
      position += count;
      pending = Buffer.concat([pending, chunk.subarray(0, count)]);
      for (let newline = pending.indexOf(10); newline >= 0; newline = pending.indexOf(10)) {
        if (!isHeader) this.remember(JSON.parse(pending.toString("utf8", 0, newline)), this.end, newline);
        isHeader = false;
        this.end += newline + 1;
        pending = pending.subarray(newline + 1);
      }
    }
    ftruncateSync(this.file, this.end);
  }
}
