import { readFileSync, writeFileSync } from "node:fs";

const file = "/proc/self/oom_score_adj";

/** What is added, of the 1000 points that stand for all of the memory. */
const handicap = 300;

/**
 * When memory runs out, Linux ends the process with the most points. It is to be this one, whose cells took the memory,
 * and neither the kernel, which can say what happened, nor the Jupyter server. Programs that a cell starts inherit it.
 */
export function volunteerForOutOfMemoryKiller(): void {
  try {
    writeFileSync(file, String(Math.min(1000, Number(readFileSync(file, "utf8")) + handicap)));
  } catch {
    // Not on Linux, or not allowed there.
  }
}
