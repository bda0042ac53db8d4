import type { Verdict } from "../check/judge";

/**
 * What is said under a cell, for programs that read a notebook's outputs: the verdict on a function, or the functions
 * that a demonstration waits for. No front end shows it.
 */
export type Notice =
  | { kind: "verdict"; function: string; status: Verdict["status"] }
  | { kind: "waiting"; functions: readonly string[] };

/** The MIME type of a {@link Notice} in a MIME bundle. */
export const noticeType = "application/vnd.nablab.notice+json";
