import { availableParallelism } from "node:os";
import type { Statement } from "../../extract/Structure";
import { Turns } from "../../sandbox/host/Turns";
import type { Act } from "../Act";
import { writeDown } from "../audit";
import type { Change, Db } from "../Store";
import type { RunRow } from "../schema";
import { compare } from "./compare";
import { type ComparedHandIn, countedHandIns, hashOfHandIns } from "./countedHandIns";
import type { AlikePair } from "./pairs";
import { type Reading, tryReadOwn } from "./readOwn";

/** How many pairs are kept: more than anybody looks at. */
const mostPairs = 500;

/** What was found out about a run's hand-ins. */
interface Compared {
  handIns: readonly ComparedHandIn[];
  read: readonly ComparedHandIn[];
  pairs: readonly AlikePair[];
  notRead: readonly { submission: string; reason: string }[];
}

/** Compares the hand-ins of a run with each other, and keeps which are most alike in place of what was kept before. */
export async function compareRun(db: Db, act: Act, run: RunRow, reading: Reading): Promise<void> {
  const handIns = await countedHandIns(db, run.id);
  const files: Statement[][] = [];
  const read: ComparedHandIn[] = [];
  const notRead: { submission: string; reason: string }[] = [];
  // Files wait here rather than in memory.
  const turns = new Turns(2 * availableParallelism());
  const found = await Promise.all(handIns.map((one) => turns.take(() => tryReadOwn(db, one, reading))));
  for (const [i, one] of found.entries()) {
    if (typeof one === "string") notRead.push({ submission: handIns[i].id, reason: one });
    else {
      files.push(one);
      read.push(handIns[i]);
    }
  }
  const pairs = await compare({ kind: "rank", files, given: reading.given.statements, most: mostPairs });
  await db.transaction().execute((trx) => keep(trx, act, run, { handIns, read, pairs, notRead }));
}

async function keep(trx: Change, act: Act, { id: run }: RunRow, found: Compared): Promise<void> {
  const { handIns, read, pairs, notRead } = found;
  for (const table of ["alikePair", "notCompared", "comparison"] as const) {
    await trx.deleteFrom(table).where("run", "=", run).execute();
  }
  const row = { run, of: hashOfHandIns(handIns), compared: read.length, at: act.now() };
  await trx.insertInto("comparison").values(row).execute();
  for (const { left, right, similarity, common } of pairs) {
    const pair = { run, left: read[left].id, right: read[right].id, similarity, common };
    await trx.insertInto("alikePair").values(pair).execute();
  }
  for (const one of notRead)
    await trx
      .insertInto("notCompared")
      .values({ run, ...one })
      .execute();
  await writeDown(trx, act, { what: "compare", about: `run:${run}`, after: { compared: read.length } });
}
