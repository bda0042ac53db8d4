import type { Verdict } from "../check/judge";
import type { HandInAnswer } from "../handIn/HandInAnswer";

type Status = Verdict["status"];

/**
 * What appears under a cell, for programs that read a notebook's outputs: the verdict on a function, the functions that a
 * demonstration still needs, or what was handed in. A verdict also gives the status of each check by its id, and what the function uses
 * that it will not have when it is graded. Front ends do not show it.
 */
export type Notice =
  | {
      kind: "verdict";
      function: string;
      status: Status;
      checks: Readonly<Record<string, Status>>;
      unavailable: readonly string[];
    }
  | { kind: "waiting"; functions: readonly string[] }
  | { kind: "handed-in"; id: string; run: string; state: HandInAnswer["state"] };

/** The MIME type of a {@link Notice} in a MIME bundle. */
export const noticeType = "application/vnd.nablab.notice+json";
