import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

interface Entry {
  pid: number;
  parent: number;
}

/**
 * Sends SIGINT to the program that a process started last, and to those that it started in turn, as Ctrl+C does. Does
 * nothing where there is none, and on Windows, which has no such signal.
 */
export function interruptChild(parent: number): void {
  if (process.platform === "win32") return;
  const entries = process.platform === "linux" ? entriesOfLinux() : entriesOfPs();
  const childrenOf = (pid: number) => entries.filter((entry) => entry.parent === pid);
  const latest = childrenOf(parent)
    .sort((a, b) => a.pid - b.pid)
    .at(-1);
  for (const targets = latest ? [latest] : []; targets.length > 0; ) {
    const { pid } = targets.shift()!;
    targets.push(...childrenOf(pid));
    try {
      process.kill(pid, "SIGINT");
    } catch {
      // It has ended by itself.
    }
  }
}

/** `pid (name) state parent …`: the name may contain anything. */
function entriesOfLinux(): Entry[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return [{ pid: Number(name), parent: Number(parent) }];
    } catch {
      return [];
    }
  });
}

function entriesOfPs(): Entry[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid, parent]) => ({ pid, parent }));
}
