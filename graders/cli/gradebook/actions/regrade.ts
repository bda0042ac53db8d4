import { words } from "../../../../src/words/words";
import type { Act } from "../../../gradebook/Act";
import { conditionsOf } from "../../../gradebook/grading/conditionsOf";
import { personNamed } from "../../../gradebook/people";
import { Refusal } from "../../../gradebook/Refusal";
import { beginRegrade, type Only } from "../../../gradebook/regrade/beginRegrade";
import { beginUndo } from "../../../gradebook/regrade/beginUndo";
import { lastRegrade, openRegrade } from "../../../gradebook/regrade/openRegrade";
import { applyRegrade, dropRegrade, showPreview } from "../../../gradebook/regrade/settleRegrade";
import { runNamed } from "../../../gradebook/runs";
import type { Db, Store } from "../../../gradebook/Store";
import type { RunRow } from "../../../gradebook/schema";
import { type LimitOptions, limitsOf } from "../../options";
import { UsageError } from "../../UsageError";
import { type StoreOptions, withStore } from "../withStore";
import { previewText } from "./previewText";

const say = words.gradebook.regrade;
const show = words.gradebook.preview;

interface RegradeOptions extends StoreOptions, LimitOptions {
  only?: string;
  apply?: boolean;
  neverLower?: boolean;
  drop?: boolean;
  undo?: boolean;
  jobs: number;
}

export async function run(slug: string, options: RegradeOptions): Promise<void> {
  const { apply = false, drop = false, undo = false, neverLower = false } = options;
  if ([apply, drop, undo].filter(Boolean).length > 1) throw new UsageError(say.twoWays);
  if (undo && options.only !== undefined) throw new UsageError(say.undoRunsNothing);
  if (neverLower && !apply) throw new UsageError(say.onlyApplied);
  await withStore(options.db, async (store, act) => {
    const row = await runNamed(store.db, slug);
    if (apply) await applyOpen(store.db, act, row, neverLower);
    else if (drop) await dropOpen(store.db, act, row);
    else if (undo) await showUndo(store.db, act, row);
    else await gradeAgain(store, act, row, options);
  });
}

async function applyOpen(db: Db, act: Act, row: RunRow, neverLower: boolean): Promise<void> {
  const changed = await db.transaction().execute(async (trx) => {
    const regrade = await openRegrade(trx, row.id);
    if (regrade) return (await applyRegrade(trx, act, regrade, neverLower)).moves.length;
    if ((await lastRegrade(trx, row.id))?.state === "applied") return null;
    throw new Refusal(say.nothingOpen(row.slug));
  });
  console.log(changed === null ? show.appliedBefore(row.slug) : show.applied(row.slug, changed));
}

async function dropOpen(db: Db, act: Act, row: RunRow): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const regrade = await openRegrade(trx, row.id);
    if (!regrade) throw new Refusal(say.nothingOpen(row.slug));
    await dropRegrade(trx, act, regrade);
  });
  console.log(show.dropped(row.slug));
}

async function showUndo(db: Db, act: Act, row: RunRow): Promise<void> {
  const preview = await db.transaction().execute(async (trx) => showPreview(trx, await beginUndo(trx, act, row)));
  console.log(previewText(preview, row.slug));
}

async function gradeAgain(store: Store, act: Act, row: RunRow, options: RegradeOptions): Promise<void> {
  const only = await onlyOf(store.db, options.only, row);
  const { bundleLauncher } = await import("../../../sandbox/host/bundle");
  const { startLauncher } = await import("../../../sandbox/host/startLauncher");
  const starter = startLauncher(await bundleLauncher());
  try {
    const { prepareBookRun } = await import("./prepareBookRun");
    const { gradeQueue, queueOf } = await import("./gradeQueue");
    const run = await prepareBookRun(row, await limitsOf(options), starter);
    const queue = queueOf(store, act);
    const begun = await store.db
      .transaction()
      .execute((trx) => beginRegrade(trx, act, queue, row, conditionsOf(run), only));
    const faults = await gradeQueue({ store, act, row, run, jobs: options.jobs });
    run.readers.end();
    const preview = await store.db.transaction().execute(async (trx) => {
      const found = await showPreview(trx, begun.regrade);
      const isNothing = begun.added === 0 && found.moves.length === 0 && found.unmoved.length === 0;
      if (isNothing) await dropRegrade(trx, act, begun.regrade);
      return isNothing ? null : found;
    });
    console.log(preview === null ? show.nothing(row.slug) : previewText(preview, row.slug));
    if (faults > 0) process.exitCode = 3;
  } finally {
    await starter.end();
  }
}

async function onlyOf(db: Db, given: string | undefined, { counts }: RunRow): Promise<Only> {
  if (given === undefined) return counts === "best" ? "all" : "counting";
  if (given === "all" || given === "counting") return given;
  return { person: (await personNamed(db, given)).id };
}
