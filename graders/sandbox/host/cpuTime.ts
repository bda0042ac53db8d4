import { readFileSync } from "node:fs";

/** Linux counts in these; 100 a second on every machine that Node runs on. */
const ticksPerSecond = 100;

/**
 * Seconds of processor time that a process has used, with all threads and with the processes that it runs inside
 * itself. Null where the system does not tell.
 */
export function cpuTime(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is a name in parentheses that may hold anything; user and system time are the 14th and 15th.
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
