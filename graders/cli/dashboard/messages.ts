import type { Grader } from "../../web/Grading";

/** What the dashboard asks the process that grades. Numbers tell answers apart. */
export type Order =
  | { kind: "conditions"; id: number; slug: string }
  /** The file is alone in its folder, which is the dashboard's to remove. Without a slug, the file has to tell it. */
  | { kind: "take"; id: number; slug: string | null; path: string }
  /** Finish what was begun, and end. */
  | { kind: "stop" };

/** What it says. */
export type Told =
  | { kind: "grader"; grader: Extract<Grader, { kind: "here" | "elsewhere" }> }
  | { kind: "answer"; id: number; answer: string | TakenPath }
  /** What is asked for cannot be done; the message is one line for people. */
  | { kind: "refused"; id: number; message: string }
  /** It cannot go on, and ends: why, in one line for people. */
  | { kind: "stopped"; message: string }
  /** The course's files are others than those that were loaded: another process has to answer, and to grade. */
  | { kind: "stale" };

export interface TakenPath {
  path: string;
  /** How many names at the end of the path may not be links. */
  below?: number;
  fileName: string;
  problem?: string;
  /** The assignment that the file is of, if it was asked. */
  slug?: string;
}
