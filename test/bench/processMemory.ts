import { readdirSync, readFileSync } from "node:fs";

/** The proportional set size of a process in MB: what it has for itself, and its share of what it shares. Linux only. */
export function memoryOf(pid: number): number {
  return figure(`/proc/${pid}/smaps_rollup`, "Pss") / 1024;
}

/** The most that a process has had in memory so far, in MB. Linux only. */
export function peakOf(pid: number): number {
  return figure(`/proc/${pid}/status`, "VmHWM") / 1024;
}

/** The process that another one has started: that which runs a kernel's cells, say. Linux only. */
export function childOf(pid: number): number {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").trim().split(" "),
  );
  return Number(children.find((child) => child !== ""));
}

function figure(file: string, name: string): number {
  const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(file, "utf8")) ?? [];
  return Number(kilobytes);
}
