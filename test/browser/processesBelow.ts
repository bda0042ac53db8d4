import { readdirSync, readFileSync } from "node:fs";

/** A process of this machine. */
export interface FoundProcess {
  pid: number;
  parent: number;
  /** Its command line. */
  command: string;
}

function processes(): FoundProcess[] {
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))!;
      return [{ pid: Number(pid), parent: Number(parent), command }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

/** The processes that are wanted, with all that they have started. Linux only. */
export function processesBelow(isWanted: (process: FoundProcess) => boolean): FoundProcess[] {
  const all = processes();
  const own = new Set(all.filter(isWanted).map(({ pid }) => pid));
  for (let before = -1; before < own.size; ) {
    before = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  return all.filter(({ pid }) => own.has(pid));
}
