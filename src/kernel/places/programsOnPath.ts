import { lstatSync, statSync } from "node:fs";
import path from "node:path";

/**
 * Where a program of this name is on the PATH, in its order. Entries that are no absolute paths are left out, as they
 * lead to whatever lies in the folder where a command is typed; and so is what everybody may write.
 * Whose programs a user trusts beyond that, the PATH itself says: a laboratory's Python often belongs to neither root nor
 * the user.
 */
export function programsOnPath(name: string): string[] {
  const entries = (process.env.PATH ?? "").split(path.delimiter).filter((entry) => path.isAbsolute(entry));
  const file = process.platform === "win32" ? `${name}.exe` : name;
  return entries.map((entry) => path.join(entry, file)).filter(isProgram);
}

function isProgram(file: string): boolean {
  // What the Store of Windows installs is a kind of link that nothing but the system follows. Bits say nothing there.
  if (process.platform === "win32") return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  const stats = statSync(file, { throwIfNoEntry: false });
  const isExecutable = stats?.isFile() === true && (stats.mode & 0o111) !== 0;
  return isExecutable && !everybodyWrites(file) && !everybodyWrites(path.dirname(file));
}

function everybodyWrites(place: string): boolean {
  return (statSync(place).mode & 0o002) !== 0;
}
