import { existsSync, readFileSync } from "node:fs";

export interface Timing {
  /** Wall time. */
  seconds: number;
  /**
   * Processor time of the whole machine, which should run nothing else: nobody waits for processes killed inside
   * bubblewrap, so their time appears in no other account. Linux only, otherwise NaN.
   */
  cpuSeconds: number;
}

/** Starts a clock; the returned function reads it. */
export function startClock(): () => Timing {
  const start = performance.now();
  const cpuAtStart = machineCpu();
  return () => ({ seconds: (performance.now() - start) / 1000, cpuSeconds: machineCpu() - cpuAtStart });
}

/** The first line of proc(5)'s stat, in hundredths of a second: user, nice, system, idle, iowait, irq, softirq, … */
function machineCpu(): number {
  if (!existsSync("/proc/stat")) return Number.NaN;
  const [user, nice, system, , , irq, softirq] = readFileSync("/proc/stat", "utf8")
    .split(/\s+/)
    .slice(1, 8)
    .map(Number);
  return (user + nice + system + irq + softirq) / 100;
}
