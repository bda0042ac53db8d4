import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { words } from "../../../src/words/words";
import { clip } from "../../text/clip";
import { type Holder, parseHolder, thisProcess, whereabouts } from "./Holder";

/** Another run is using the folder; the message says which one, and what to do. */
export class FolderInUse extends Error {}

const fileName = "journal.lock";

/** How long to wait for a lock that cannot be read: it may be about to be written. */
const patienceMs = 500;

/**
 * The right to write into a folder with results, which only one process has at a time.
 *
 * The lock is a file that names its holder. It is created whole or not at all, and never overwrites another one. A lock
 * whose holder is gone is replaced, but only by a process that holds a second lock, named after the first one's holder,
 * and that has then looked again. So two runs that find the same lock left behind cannot both replace it. Nor can a
 * slow run replace the successor, as a lock never comes back once it was replaced. The second lock works like the
 * first, and so can itself be replaced after a crash.
 */
export class FolderLock {
  private constructor(
    private readonly path: string,
    private readonly self: Holder,
    /** The interrupted run that left its lock behind. */
    readonly leftBehind: Holder | "unreadable" | null,
  ) {}

  /** @throws FolderInUse when another process has the folder, or may have it */
  static take(folder: string): FolderLock {
    const path = join(folder, fileName);
    const self = thisProcess();
    const lock = new FolderLock(path, self, acquire(path, self, folder));
    removeRemains(path, self);
    return lock;
  }

  /** Frees the folder. Does nothing when called again, or when the lock was deleted by hand. */
  release(): void {
    release(this.path, this.self);
  }
}

/** Takes a lock. Returns its earlier holder if the lock was left behind. */
function acquire(path: string, self: Holder, folder: string): FolderLock["leftBehind"] {
  // Every round but the last finds that another process has just made or removed a lock.
  for (let round = 0; round < 1000; round += 1) {
    if (makeLock(path, self)) return null;
    const found = readLock(path);
    if (found === null) continue;
    refuseWhereHeld(found, self, folder, path);
    const right = `${path}.${found.id}`;
    acquire(right, self, folder);
    try {
      if (readLock(path)?.id === found.id) {
        replaceLock(path, self);
        return found.holder ?? "unreadable";
      }
    } finally {
      release(right, self);
    }
  }
  throw new FolderInUse(words.engine.folderBusy(folder));
}

function release(path: string, self: Holder): void {
  try {
    if (parseHolder(readFileSync(path, "utf8"))?.id === self.id) rmSync(path);
  } catch {
    // Already gone, or it cannot be removed; then the next run finds that its holder is gone.
  }
}

/** Makes a lock if there is none. It is written elsewhere and then linked, so that nobody ever reads half of it. */
function makeLock(path: string, self: Holder): boolean {
  const draft = writeDraft(path, self);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    return makeLockWithoutLink(path, self);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** For disks without links. There, another process may read the lock before it is written, and then waits. */
function makeLockWithoutLink(path: string, self: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(self), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function replaceLock(path: string, self: Holder): void {
  renameSync(writeDraft(path, self), path);
}

function writeDraft(path: string, self: Holder): string {
  const draft = `${path}.draft-${self.id}`;
  writeFileSync(draft, JSON.stringify(self), { flag: "wx" });
  return draft;
}

interface FoundLock {
  /** Identifies the lock: its holder's id, or one that no holder has when the lock cannot be read. */
  id: string;
  holder: Holder | null;
}

/** The lock at a path; null when there is none. */
function readLock(path: string): FoundLock | null {
  const end = performance.now() + patienceMs;
  for (;;) {
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
    const holder = parseHolder(text);
    if (holder) return { id: holder.id, holder };
    if (performance.now() > end) return { id: "unreadable", holder: null };
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
}

/** @throws FolderInUse when the holder is still running, or may be */
function refuseWhereHeld({ holder }: FoundLock, self: Holder, folder: string, path: string): void {
  const where = holder === null ? "gone" : whereabouts(holder, self);
  if (holder === null || where === "gone") return;
  const host = clip(holder.host, 80);
  const { folderHeld, folderHeldElsewhere } = words.engine;
  if (where === "here") throw new FolderInUse(folderHeld(folder, holder.pid, host));
  throw new FolderInUse(folderHeldElsewhere(folder, holder.pid, host, path));
}

/**
 * Removes what killed runs have left beside their locks. Nobody needs it: second locks belong to earlier holders of the
 * first one, which cannot come back while this process holds it.
 */
function removeRemains(path: string, self: Holder): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    try {
      const holder = parseHolder(readFileSync(join(folder, name), "utf8"));
      if (holder && whereabouts(holder, self) === "gone") rmSync(join(folder, name));
    } catch {
      // Another process was faster.
    }
  }
}
