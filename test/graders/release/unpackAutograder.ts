import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { root } from "../../house/files";

/**
 * Lets `nablab release` make an autograder for assignment 1, and unpacks it as Gradescope does, with what its setup.sh
 * would install.
 *
 * @param folder stands for Gradescope's /autograder
 * @returns the path of the zip file, and the modes of its files
 */
export function unpackAutograder(folder: string): { path: string; modes: ReadonlyMap<string, number> } {
  const options = ["--gradescope", "--seed", "2026", "--timeout", "2", "--memory", "256", "--out", "autograder.zip"];
  const command = [join(root, "graders/cli/nablab.js"), "release", "logistic-regression", ...options];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
  if (status !== 0 || stderr !== "") throw new Error(`no autograder was made (${status}): ${stderr}`);
  const path = join(folder, "autograder.zip");
  const archive = readFileSync(path);
  const modes = new Map(readModes(archive));
  for (const [name, content] of Object.entries(unzipSync(archive))) {
    const file = join(folder, "source", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, (modes.get(name) ?? 0) & 0o777);
  }
  installAsSetupDoes(folder);
  return { path, modes };
}

function installAsSetupDoes(folder: string): void {
  const source = join(folder, "source");
  mkdirSync(join(source, "node_modules"));
  const { dependencies = {} } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    symlinkSync(join(root, "node_modules", name), join(source, "node_modules", name));
  }
  symlinkSync(process.execPath, join(source, "node"));
  // Gradescope puts the script beside the folder.
  copyFileSync(join(source, "run_autograder"), join(folder, "run_autograder"));
  chmodSync(join(folder, "run_autograder"), 0o755);
}

/** The mode of each file, from the archive's central directory. */
function readModes(archive: Buffer): [string, number][] {
  const found: [string, number][] = [];
  for (let at = archive.indexOf("PK\x01\x02"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 46)) {
    const name = archive.toString("utf8", at + 46, at + 46 + archive.readUInt16LE(at + 28));
    found.push([name, archive.readUInt32LE(at + 38) >>> 16]);
  }
  return found;
}
