import { readFileSync } from "node:fs";

/** What the system says of a process: since when it runs, in the system's own measure, or that it has ended. */
export type ProcessStart = { state: "running"; since: string } | { state: "ended" } | { state: "unknown" };

/**
 * Numbers of processes are used again: together with its start, one names a process for good. Linux tells the start;
 * elsewhere it stays unknown.
 */
export function processStart(pid: number): ProcessStart {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return { state: "unknown" };
  }
  // `4711 (name) S 1 …`: the name may hold anything, parentheses too. The start is the 22nd field, the state the third.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  // A process that nobody has asked for its exit code is listed still, and does nothing any more.
  if (fields[0] === "Z" || fields[0] === "X") return { state: "ended" };
  return /^\d+$/.test(fields[19] ?? "") ? { state: "running", since: fields[19] } : { state: "unknown" };
}
