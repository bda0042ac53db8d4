import { readFileSync } from "node:fs";

/** Linux counts in ticks; 100 per second on every machine that Node runs on. */
const ticksPerSecond = 100;

/**
 * Seconds of processor time that a process has used, including all its threads and the processes it runs inside itself.
 * Null if the system does not say.
 */
export function cpuTime(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field, a name in parentheses, may contain anything; user and system time are the 14th and 15th.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const own = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    return childrenOf(pid).reduce((total, child) => total + (cpuTime(child) ?? 0), own);
  } catch {
    return null;
  }
}

function childrenOf(pid: number | undefined): number[] {
  const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").trim();
  return pids === "" ? [] : pids.split(" ").map(Number);
}
