// Takes the locks of folders, each at a given moment, and keeps them to the end. Prints one line for each: the result.
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

// No process may end before all have tried: its lock would be left behind, and the next could rightly take it.
setTimeout(() => {
  for (const lock of locks) lock.release();
}, 1000);
