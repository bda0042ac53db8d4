// Takes the locks of folders, each at its moment, and keeps them to the end. Prints a line for each: what came of it.
import { FolderInUse, FolderLock } from "../../../../graders/engine/lock/FolderLock";

const [start, pause, ...folders] = process.argv.slice(2);
const locks: FolderLock[] = [];

for (const [i, folder] of folders.entries()) {
  while (Date.now() < Number(start) + i * Number(pause));
  try {
    locks.push(FolderLock.take(folder));
    console.log("taken");
  } catch (error) {
    console.log(error instanceof FolderInUse ? "in use" : String(error));
  }
}

// Nobody may end before all have tried: the lock would be left behind, and rightly taken by the next.
setTimeout(() => {
  for (const lock of locks) lock.release();
}, 1000);
