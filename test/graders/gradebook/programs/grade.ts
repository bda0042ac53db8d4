/**
 * Grades what waits in a run; every function is right: `grade <where> <run> <conditions> [<file>] [<what>]`. When it comes
 * to that file, it `dies`, or it `hangs`.
 */
import { writeSync } from "node:fs";
import { actOf } from "../../../../graders/gradebook/Act";
import { openStore } from "../../../../graders/gradebook/openStore";
import { LocalQueue } from "../../../../graders/gradebook/queue/local";
import { verdict } from "../aClass";

async function main([where, run, conditions, file, what]: string[]): Promise<void> {
  const store = await openStore(where);
  const queue = new LocalQueue(store, actOf("grader"), `process ${process.pid}`);
  const grade = async ({ fileName }: { fileName: string }) => {
    if (fileName === file) {
      writeSync(1, "begun\n");
      if (what === "dies") process.kill(process.pid, "SIGKILL");
      await new Promise((resolve) => setTimeout(resolve, 1e6));
    }
    return verdict({ f: 10 });
  };
  await queue.work({ run, conditions }, grade, 1, () => {});
  await store.close();
}

void main(process.argv.slice(2));
