/** Hands in for one learner, again and again, until it is killed: `handIn <where> <slug> <login>`. */
import { actOf } from "../../../../graders/gradebook/Act";
import { takeHandIn } from "../../../../graders/gradebook/handIn";
import { openStore } from "../../../../graders/gradebook/openStore";
import { personNamed } from "../../../../graders/gradebook/people";
import { LocalQueue } from "../../../../graders/gradebook/queue/local";
import { recordResult } from "../../../../graders/gradebook/recordResult";
import { runNamed } from "../../../../graders/gradebook/runs";
import { verdict } from "../aClass";

async function main([where, slug, login]: string[]): Promise<void> {
  const store = await openStore(where);
  const act = actOf("load");
  const queue = new LocalQueue(store, act, "load");
  const run = await runNamed(store.db, slug);
  const person = await personNamed(store.db, login);
  for (let i = 0; ; i++) {
    await store.db.transaction().execute(async (trx) => {
      const bytes = Buffer.from(`${login} ${i}`);
      const file = { run, person: person.id, bytes, fileName: "x.ts", received: act.now(), source: "test" };
      const taken = await takeHandIn(trx, act, queue, file, "1");
      if (taken.kind !== "waiting") throw new Error(taken.kind);
      const { id, ...attempt } = await trx
        .selectFrom("attempt")
        .innerJoin("submission", "submission.id", "attempt.submission")
        .where("attempt.submission", "=", taken.submission)
        .select(["attempt.id", "attempt.submission", "attempt.conditions", "attempt.tries", "attempt.why"])
        .select(["submission.person", "submission.sha256", "submission.fileName"])
        .executeTakeFirstOrThrow();
      await recordResult(trx, act, { attempt: id, ...attempt }, verdict({ f: i % 11 }), "load");
    });
    if (i === 20) console.log("running");
  }
}

void main(process.argv.slice(2));
