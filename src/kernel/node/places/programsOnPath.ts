import { lstatSync, statSync } from "node:fs";
import path from "node:path";

/**
 * The programs of this name on the PATH, in its order. Entries that are not absolute paths are left out, since they
 * lead to whatever is in the folder where a command is typed; so is what everybody may write. Beyond that, the PATH
 * itself says whose programs a user trusts: a laboratory's Python often belongs to neither root nor the user.
 */
export function programsOnPath(name: string): string[] {
  const entries = (process.env.PATH ?? "").split(path.delimiter).filter((entry) => path.isAbsolute(entry));
  const file = process.platform === "win32" ? `${name}.exe` : name;
  return entries.map((entry) => path.join(entry, file)).filter(isProgram);
}

function isProgram(file: string): boolean {
  // The Windows Store installs a kind of link that only the system can follow. Permission bits say nothing there.
  if (process.platform === "win32") return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  const stats = statSync(file, { throwIfNoEntry: false });
  const isExecutable = stats?.isFile() === true && (stats.mode & 0o111) !== 0;
  return isExecutable && !everybodyWrites(file) && !everybodyWrites(path.dirname(file));
}

function everybodyWrites(place: string): boolean {
  return (statSync(place).mode & 0o002) !== 0;
}
