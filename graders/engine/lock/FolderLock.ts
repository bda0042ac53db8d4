import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { words } from "../../../src/words/words";
import { clip } from "../../text/clip";
import { type Holder, parseHolder, thisProcess, whereabouts } from "./Holder";

/** A run has the folder for itself; the message says which one, and what to do. */
export class FolderInUse extends Error {}

const fileName = "journal.lock";

/** How long a lock that cannot be read is waited for: it may be about to be written. */
const patienceMs = 500;

/**
 * The right to write into a folder with results, which one process has at a time.
 *
 * The lock is a file that names its holder. It is made whole or not at all, and never over another one. One whose holder
 * is gone is replaced, but only by who holds a second lock, named after the first one's holder. Whoever gets that one
 * looks again: two runs that find the same lock left behind cannot both replace it, nor can a slow one replace its
 * successor, as no lock comes back once it was replaced. The second lock is one like the first, and so can itself be
 * replaced after a crash.
 */
export class FolderLock {
  private constructor(
    private readonly path: string,
    private readonly self: Holder,
    /** The run that was broken off and has left its lock. */
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

  /** Lets others have the folder. A second time, and when the lock was deleted by hand, it does nothing. */
  release(): void {
    release(this.path, this.self);
  }
}

/** Takes a lock, and returns whose it was, if it was left behind. */
function acquire(path: string, self: Holder, folder: string): FolderLock["leftBehind"] {
  // Each round but the last one finds that another process has made or removed a lock meanwhile.
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
    // It is gone already, or cannot be removed: then the next run finds that its holder is gone.
  }
}

/** Makes a lock where there is none. It is written elsewhere and linked, so that nobody ever reads half of it. */
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

/** For disks that know no links: there, a reader may come between making and writing, and waits. */
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
  /** Names the lock: its holder's, or none of any holder where that cannot be read. */
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

/** @throws FolderInUse when the holder is at work, or when nobody can tell */
function refuseWhereHeld({ holder }: FoundLock, self: Holder, folder: string, path: string): void {
  const where = holder === null ? "gone" : whereabouts(holder, self);
  if (holder === null || where === "gone") return;
  const host = clip(holder.host, 80);
  const { folderHeld, folderHeldElsewhere } = words.engine;
  if (where === "here") throw new FolderInUse(folderHeld(folder, holder.pid, host));
  throw new FolderInUse(folderHeldElsewhere(folder, holder.pid, host, path));
}

/**
 * Removes what runs that were killed have left beside their locks. Nobody needs it any more: second locks are about
 * those that came before, which never come back while this process holds the first one.
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
