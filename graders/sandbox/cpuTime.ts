import { readFileSync } from "node:fs";

/** Linux counts in these; 100 a second on every machine that Node runs on. */
const ticksPerSecond = 100;

/** Seconds of processor time that a process has used, all threads together. Null where the system does not tell. */
export function cpuTime(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is a name in parentheses that may hold anything; user and system time are the 14th and 15th.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
}
