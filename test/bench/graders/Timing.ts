import { existsSync, readFileSync } from "node:fs";

export interface Timing {
  /** Wall time. */
  seconds: number;
  /** Processor time of the command and all its processes; it hardly depends on what else runs. Linux only, else NaN. */
  cpuSeconds: number;
}

/** Starts a clock; the function it returns reads it. Processor time is that of children that have ended meanwhile. */
export function startClock(): () => Timing {
  const start = performance.now();
  const cpuAtStart = childrenCpu();
  return () => ({ seconds: (performance.now() - start) / 1000, cpuSeconds: childrenCpu() - cpuAtStart });
}

/** Fields 16 and 17 of proc(5)'s stat, in hundredths of a second: children that were waited for, and theirs. */
function childrenCpu(): number {
  if (!existsSync("/proc/self/stat")) return Number.NaN;
  const [, fields] = readFileSync("/proc/self/stat", "utf8").split(") ");
  const [user, system] = fields.split(" ").slice(13, 15).map(Number);
  return (user + system) / 100;
}
