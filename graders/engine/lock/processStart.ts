import { readFileSync } from "node:fs";

/** What the system says about a process: that it has ended, or since when it has been running, in its own units. */
export type ProcessStart = { state: "running"; since: string } | { state: "ended" } | { state: "unknown" };

/**
 * Process ids are reused, but an id and a start time together identify a process for good. Linux tells the start; on
 * other systems it stays unknown.
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
  // A zombie: it has ended, but is still listed because nobody has asked for its exit code.
  if (fields[0] === "Z" || fields[0] === "X") return { state: "ended" };
  return /^\d+$/.test(fields[19] ?? "") ? { state: "running", since: fields[19] } : { state: "unknown" };
}
