import { lstatSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../../../src/kernel/node/packageRoot";
import { words } from "../../../src/words/words";
import { UsageError } from "../UsageError";

/** The second line of each link, which tells it from other programs of that name. */
const mark = "# The command line of nablab, made by `nablab kernel install --link`.";

/**
 * Puts `nablab` into a folder on the PATH, so that it works from everywhere. Not a symbolic link: that would need a Node
 * on the PATH.
 *
 * @param course the folder whose course the command works on
 * @throws UsageError where there is another program of that name
 */
export function writeLink(folder: string, course: string): string {
  const file = linkIn(folder);
  removeLink(folder);
  const { bin } = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8"));
  const command = [process.execPath, path.join(packageRoot, bin.nablab)];
  if (course !== packageRoot) command.push("--course", course);
  writeFileSync(file, `#!/bin/sh\n${mark}\nexec ${command.map(quoted).join(" ")} "$@"\n`, { mode: 0o755 });
  return file;
}

/**
 * Removes what {@link writeLink} has written, if it is there.
 *
 * @throws UsageError where there is another program of that name
 */
export function removeLink(folder: string): void {
  const file = linkIn(folder);
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return;
  if (!isOurs(file)) throw new UsageError(words.lab.kernel.otherProgram(file));
  rmSync(file);
}

function linkIn(folder: string): string {
  if (process.platform === "win32") throw new UsageError(words.lab.kernel.noLinkHere);
  return path.join(path.resolve(folder), "nablab");
}

function isOurs(file: string): boolean {
  return lstatSync(file).isFile() && readFileSync(file, "utf8").split("\n")[1] === mark;
}

/** As one word of the shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
