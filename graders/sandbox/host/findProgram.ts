import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a program of the system is, on the grader's path. Null where there is none, and on systems other than Linux. */
export function findProgram(name: string): string | null {
  if (process.platform !== "linux") return null;
  const candidates = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return candidates.find((path) => existsSync(path)) ?? null;
}
