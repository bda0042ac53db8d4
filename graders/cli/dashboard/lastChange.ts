import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** When one of these files, or one in these folders or below, was last changed, in milliseconds; 0 if there are none. */
export function lastChange(paths: readonly string[]): number {
  let last = 0;
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false });
    const inside = stats?.isDirectory() ? readdirSync(path, { recursive: true, encoding: "utf8" }) : [];
    const times = inside.map((name) => statSync(join(path, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    last = Math.max(last, stats?.mtimeMs ?? 0, ...times);
  }
  return last;
}
