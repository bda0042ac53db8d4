import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import { words } from "../../src/words/words";
import { FolderInUse, FolderLock } from "../engine/lock/FolderLock";
import { UsageError } from "./UsageError";
import { whenEnded } from "./whenEnded";

/**
 * Does something with a folder for results while no other run can use it.
 *
 * @throws UsageError when another run is using it; then nothing has been changed
 */
export async function withFolderLocked<T>(folder: string, task: () => Promise<T>): Promise<T> {
  // An existing folder may be shared on purpose; a new one is private.
  makeFolder(folder, 0o700);
  const lock = takeLock(folder);
  const takeBack = whenEnded(() => lock.release());
  try {
    return await task();
  } finally {
    takeBack();
    lock.release();
  }
}

function takeLock(folder: string): FolderLock {
  try {
    const lock = FolderLock.take(folder);
    const { leftBehind } = lock;
    if (leftBehind !== null) {
      const pid = leftBehind === "unreadable" ? null : leftBehind.pid;
      console.error(`nablab: ${words.commands.grade.interrupted(folder, pid)}`);
    }
    return lock;
  } catch (error) {
    if (error instanceof FolderInUse) throw new UsageError(error.message);
    throw error;
  }
}
