import type { Verdict } from "../check/judge";

/**
 * What appears under a cell, for programs that read a notebook's outputs: the verdict on a function, or the functions
 * that a demonstration still needs. Front ends do not show it.
 */
export type Notice =
  | { kind: "verdict"; function: string; status: Verdict["status"] }
  | { kind: "waiting"; functions: readonly string[] };

/** The MIME type of a {@link Notice} in a MIME bundle. */
export const noticeType = "application/vnd.nablab.notice+json";
