import { closeSync, openSync, readSync } from "node:fs";
import { isRecord } from "../../src/check/isRecord";

/** What makes results comparable: results with different headers must not be mixed. */
export interface JournalHeader {
  schema: string;
  assignment: string;
  seed: number;
  /** Hash of the checks, the limits and the grader's code. */
  conditions: string;
}

/** In bytes; far more than a header needs. */
const longestHeader = 4096;

/** The header in a journal's first line; "missing" when the journal is missing or empty. */
export function readHeader(path: string): JournalHeader | "missing" | "unreadable" {
  const start = startOf(path);
  if (start === null || start.length === 0) return "missing";
  const feed = start.indexOf(10);
  return (feed >= 0 && parseHeader(start.toString("utf8", 0, feed))) || "unreadable";
}

function startOf(path: string): Buffer | null {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(longestHeader);
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } catch (error) {
    // The system's error does not name the file: reading goes by the descriptor, not the path.
    throw Object.assign(error as Error, { path });
  } finally {
    closeSync(file);
  }
}

function parseHeader(line: string): JournalHeader | null {
  try {
    const json: unknown = JSON.parse(line);
    if (!isRecord(json)) return null;
    const { schema, assignment, seed, conditions } = json;
    const isText = [schema, assignment, conditions].every((value) => typeof value === "string");
    const isSound =
      isText && /^nablab\.journal\//.test(String(schema)) && Number.isSafeInteger(seed) && Number(seed) >= 0;
    return isSound ? (json as unknown as JournalHeader) : null;
  } catch {
    return null;
  }
}
