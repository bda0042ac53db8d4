/**
 * Applies the open regrade of a run, and stops when all marks are written and nothing is committed, until it is killed:
 * `apply <where> <slug>`.
 */
import { writeSync } from "node:fs";
import { actOf } from "../../../../graders/gradebook/Act";
import { openStore } from "../../../../graders/gradebook/openStore";
import { openRegrade } from "../../../../graders/gradebook/regrade/openRegrade";
import { applyRegrade } from "../../../../graders/gradebook/regrade/settleRegrade";
import { runNamed } from "../../../../graders/gradebook/runs";

async function main([where, slug]: string[]): Promise<void> {
  const { db } = await openStore(where);
  const act = {
    ...actOf("killed"),
    // What is done is written down last.
    newId(): string {
      writeSync(1, "written\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      return "";
    },
  };
  await db.transaction().execute(async (trx) => {
    const regrade = await openRegrade(trx, (await runNamed(trx, slug)).id);
    if (!regrade) throw new Error(slug);
    await applyRegrade(trx, act, regrade, false);
  });
}

void main(process.argv.slice(2));
