import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

const memory = "/dev/shm";
const prefix = "nablab-tests-";

/** In bytes; several times what all tests take at once. */
const room = 4 * 1024 ** 3;

/**
 * Lets tests make their temporary folders in memory, where Linux has room for them: copies of the repository and new
 * databases are thousands of small files, and writing those to a disk takes more time than many of the tests. Where
 * there is no such place, and where `TMPDIR` is set, nothing changes.
 *
 * @returns what removes them, and all that tests have left there
 */
export default function temporaryInMemory(): (() => void) | undefined {
  if (process.env.TMPDIR !== undefined || !isUsable()) return undefined;
  removeAbandoned();
  const folder = mkdtempSync(join(memory, `${prefix}${process.pid}-`));
  // PostgreSQL runs as another user, who has to reach its own folder in this one.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => {
    delete process.env.TMPDIR;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Whether there is room, and programs may be run from there: containers often allow neither. */
function isUsable(): boolean {
  if (process.platform !== "linux" || !existsSync(memory)) return false;
  const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
  const [, , type, options] = mounts.map((line) => line.split(" ")).findLast(([, place]) => place === memory) ?? [];
  const { bavail, bsize } = statfsSync(memory);
  return (
    type === "tmpfs" &&
    !options.split(",").includes("noexec") &&
    Math.min(bavail * bsize, process.availableMemory() / 2) > room
  );
}

/** What an interrupted run of this user has left would take memory until the machine starts again. */
function removeAbandoned(): void {
  for (const name of readdirSync(memory)) {
    const folder = join(memory, name);
    const [, pid] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    if (pid === undefined || existsSync(join("/proc", pid)) || lstatSync(folder).uid !== process.getuid?.()) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}
