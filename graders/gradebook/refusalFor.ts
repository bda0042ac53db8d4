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
  CERT_HAS_EXPIRED: "untrusted",
  DEPTH_ZERO_SELF_SIGNED_CERT: "untrusted",
  ERR_TLS_CERT_ALTNAME_INVALID: "untrusted",
  SELF_SIGNED_CERT_IN_CHAIN: "untrusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "untrusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "untrusted",
};

/** These come from pg itself, without a code. */
const goneMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

function problemOf(error: Error): keyof typeof say | undefined {
  const { code, errcode } = error as Error & { code?: string; errcode?: number };
  if (goneMessages.test(error.message)) return "gone";
  if (error.message === "The server does not support SSL connections") return "plain";
  const isSqlite = code === "ERR_SQLITE_ERROR" && errcode !== undefined;
  // A file that is not there has a path of its own, and an answer of its own.
  if ("path" in error) return undefined;
  return isSqlite ? sqliteProblems[errcode & 0xff] : postgresProblems[code ?? ""];
}

/**
 * What the database reports, as far as somebody who gives commands can put it right; any other error as it is.
 *
 * @param shown the gradebook, as people may be shown it
 */
export function refusalFor(error: unknown, shown: string): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  const problem = problemOf(error);
  return problem === undefined ? error : new Refusal(say[problem](shown));
}

/** Whether the database cannot be reached, and may be there again later. */
export function isAway(error: unknown): boolean {
  return error instanceof Error && problemOf(error) === "gone";
}
