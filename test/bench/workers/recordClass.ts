import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { prepareBookRun } from "../../../graders/cli/gradebook/actions/prepareBookRun";
import { type Act, actOf } from "../../../graders/gradebook/Act";
import { conditionsOf } from "../../../graders/gradebook/grading/conditionsOf";
import { takeHandIn } from "../../../graders/gradebook/handIn";
import { createStore } from "../../../graders/gradebook/openStore";
import { enrol } from "../../../graders/gradebook/people";
import type { NewAttempt } from "../../../graders/gradebook/queue/Queue";
import { queueFor } from "../../../graders/gradebook/queue/queueFor";
import type { Store } from "../../../graders/gradebook/Store";
import type { RunRow } from "../../../graders/gradebook/schema";
import { setCourse } from "../../../graders/gradebook/setCourse";
import { setRun } from "../../../graders/gradebook/setRun";
import { bundleLauncher } from "../../../graders/sandbox/host/bundle";
import { chooseWall } from "../../../graders/sandbox/host/chooseWall";
import { defaultLimits } from "../../../graders/sandbox/host/limits";
import { startLauncher } from "../../../graders/sandbox/host/startLauncher";
import type { Server } from "../../graders/gradebook/postgres";

/** How many hand-ins are recorded in one transaction: nobody waits for any of them. */
const batch = 100;

/** A class in PostgreSQL that waits to be graded. */
export interface WaitingClass {
  store: Store;
  run: RunRow;
  count: number;
}

/**
 * Records a class, of which nothing has been graded.
 *
 * @param files one for each student, named after them
 * @param seed of the hidden checks
 * @param outdated how many were handed in under a version that nobody has any more
 */
export async function recordClass(
  server: Server,
  files: readonly string[],
  slug: string,
  seed: number,
  outdated = 0,
): Promise<WaitingClass> {
  const { store } = await createStore(server.address);
  await store.boss?.install();
  const act = actOf("bench");
  const run = await store.db.transaction().execute(async (trx) => {
    await setCourse(trx, act, { title: "Bench" });
    return (await setRun(trx, act, { slug, title: slug, maxScore: 100 }, {}, seed)).run;
  });
  const installed = await installedConditions(run);
  for (let i = 0; i < files.length; i += batch) {
    const some = files.slice(i, i + batch).map((path, j) => ({
      path,
      conditions: i + j < outdated ? "another-version" : installed,
    }));
    await recordSome(store, act, run, some);
  }
  return { store, run, count: files.length };
}

async function installedConditions(run: RunRow): Promise<string> {
  const starter = startLauncher(await bundleLauncher());
  const { wall } = await chooseWall("auto");
  const grading = await prepareBookRun(run, { ...defaultLimits, wall }, starter);
  grading.readers.end();
  await starter.end();
  return conditionsOf(grading);
}

async function recordSome(
  store: Store,
  act: Act,
  run: RunRow,
  files: readonly { path: string; conditions: string }[],
): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    const added: NewAttempt[] = [];
    const later = { add: async (_trx: unknown, attempts: readonly NewAttempt[]) => void added.push(...attempts) };
    for (const { path, conditions } of files) {
      const fileName = basename(path);
      const login = fileName.replace(/\.\w+$/, "");
      const person = await enrol(trx, act, { login, name: "", email: null, section: null, lmsId: null });
      const file = { run, person: person.id, bytes: readFileSync(path), fileName };
      await takeHandIn(trx, act, later, { ...file, received: act.now(), source: "grade" }, conditions);
    }
    await queueFor(store, act, { name: "bench", version: "0" }).add(trx, added);
  });
}
