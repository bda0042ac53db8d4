/**
 * A worker in which every function is right, until SIGTERM: `work <where> <conditions> [<file> <what>]`. It says what it
 * begins, and how it ended. When it comes to that file, it `dies`; to `slow` ones, it takes a second.
 */
import { writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { actOf } from "../../../../graders/gradebook/Act";
import { openStore } from "../../../../graders/gradebook/openStore";
import type { Job } from "../../../../graders/gradebook/queue/Queue";
import { WorkLoop } from "../../../../graders/gradebook/queue/WorkLoop";
import { Presence } from "../../../../graders/gradebook/queue/workers";
import { verdict } from "../aClass";

async function main([where, conditions, file, what]: string[]): Promise<void> {
  const store = await openStore(where);
  const say = (text: string): void => void writeSync(1, `${text}\n`);
  const grade = async ({ fileName }: Job) => {
    say(`begun ${fileName}`);
    if (fileName === file && what === "dies") process.kill(process.pid, "SIGKILL");
    if (what === "slow") await setTimeout(1000);
    return verdict({ f: 10 });
  };
  const worker = `process ${process.pid}`;
  const act = actOf(worker);
  const presence = await Presence.begin(store.db, act, { name: worker, version: "0", jobs: 2 });
  await presence.beat([conditions], 0);
  const { boss } = store;
  if (!boss) throw new Error(where);
  const loop = new WorkLoop({ ...store, boss }, await boss.get(), {
    ...{ act, worker, presence, jobs: 2, gradings: new Map([[conditions, grade]]) },
    onEnded: ({ job, how }) => say(`${job.fileName} ${how.kind}`),
  });
  process.once("SIGTERM", () => loop.stop());
  say("working");
  await loop.run();
  await presence.end();
  await store.close();
}

void main(process.argv.slice(2));
