import type { End } from "./Launched";

/** What the grader asks the launcher's process to do. Each process has a number. */
export type Order =
  | { kind: "launch"; id: number; command: string; args: readonly string[] }
  | { kind: "kill"; id: number };

/** `launched` comes with the pipe to the process, and always before its `ended`. */
export type Report =
  | { kind: "launched"; id: number; pid: number }
  | { kind: "refused"; id: number; message: string }
  | ({ kind: "ended"; id: number } & End);
