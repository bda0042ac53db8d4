import { readdirSync, readFileSync } from "node:fs";
import { memoryOf } from "../processMemory";

interface Found {
  pid: string;
  parent: string;
  command: string;
}

function processes(): Found[] {
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))!;
      return [{ pid, parent, command }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

/**
 * The memory of a browser's tabs in MB, workers included: the proportional set size of the processes that render them.
 * Linux only.
 *
 * @param profile the folder that the browser was started with, which identifies it
 */
export function tabMemory(profile: string): number {
  const all = processes();
  const own = new Set(
    all.filter(({ command }) => command.includes(`--user-data-dir=${profile}`)).map(({ pid }) => pid),
  );
  for (let before = -1; before < own.size; ) {
    before = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  const tabs = all.filter(({ pid, command }) => own.has(pid) && command.includes("--type=renderer"));
  return tabs.reduce((sum, { pid }) => sum + memoryOf(Number(pid)), 0);
}
