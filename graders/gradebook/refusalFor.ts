import { words } from "../../src/words/words";
import { Refusal } from "./Refusal";

const say = words.gradebook.database;

/** SQLite's codes, without what its extended ones add. */
const sqliteProblems: Record<number, keyof typeof say> = {
  5: "busy",
  8: "readOnly",
  10: "unreadable",
  11: "damaged",
  13: "full",
  14: "unreadable",
  26: "foreign",
};

/** PostgreSQL's codes, and those of the connection to it. */
const postgresProblems: Record<string, keyof typeof say> = {
  "28P01": "denied",
  "28000": "denied",
  "3D000": "noDatabase",
  "42501": "denied",
  "53100": "full",
  "57P01": "gone",
  "57P02": "gone",
  "57P03": "gone",
  ECONNREFUSED: "gone",
  ECONNRESET: "gone",
  ENOENT: "gone",
  EPIPE: "gone",
  ENOTFOUND: "gone",
  ETIMEDOUT: "gone",
};

/**
 * What the database reports, as far as somebody who gives commands can put it right; any other error as it is.
 *
 * @param shown the gradebook, as people may be shown it
 */
export function refusalFor(error: unknown, shown: string): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  const { code, errcode } = error as Error & { code?: string; errcode?: number };
  // This one comes from pg itself, without a code.
  if (error.message === "Connection terminated unexpectedly") return new Refusal(say.gone(shown));
  const isSqlite = code === "ERR_SQLITE_ERROR" && errcode !== undefined;
  const problem = isSqlite ? sqliteProblems[errcode & 0xff] : postgresProblems[code ?? ""];
  // A file that is not there has a path of its own, and an answer of its own.
  if (problem === undefined || "path" in error) return error;
  return new Refusal(say[problem](shown));
}
