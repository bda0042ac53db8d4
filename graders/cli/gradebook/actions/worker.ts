import { words } from "../../../../src/words/words";
import type { Act } from "../../../gradebook/Act";
import type { Boss } from "../../../gradebook/queue/Boss";
import { WorkLoop } from "../../../gradebook/queue/WorkLoop";
import { Presence } from "../../../gradebook/queue/workers";
import type { Store } from "../../../gradebook/Store";
import { bundleLauncher } from "../../../sandbox/host/bundle";
import { openReaders } from "../../../sandbox/host/openReaders";
import { startLauncher } from "../../../sandbox/host/startLauncher";
import { warnOfWall } from "../../gradeOptions";
import { type LimitOptions, limitsOf } from "../../options";
import { UsageError } from "../../UsageError";
import { version } from "../../version";
import { type StoreOptions, withStore } from "../withStore";
import { worker as name } from "./gradeQueue";
import { WorkerRuns } from "./WorkerRuns";

const say = words.workers;

interface WorkerOptions extends StoreOptions, LimitOptions {
  jobs: number;
  perCourse?: number;
}

export async function run({ db, ...options }: WorkerOptions): Promise<void> {
  await withStore(db, async (store, act) => {
    const { boss } = store;
    if (!boss) throw new UsageError(say.onlyPostgres(store.shown));
    await work({ ...store, boss }, act, options);
  });
}

async function work(
  store: Store & { boss: Boss },
  act: Act,
  { jobs, perCourse, ...options }: Omit<WorkerOptions, "db">,
): Promise<void> {
  const boss = await store.boss.get();
  const starter = startLauncher(await bundleLauncher());
  const limits = await limitsOf(options, warnOfWall);
  const readers = await openReaders(limits, starter.launch);
  const presence = await Presence.begin(store.db, act, { name, version, jobs });
  const runs = new WorkerRuns(store, presence, { limits, starter, readers }, tell);
  const counts = { graded: 0, fault: 0, late: 0 };
  const loop = new WorkLoop(store, boss, {
    ...{ act, worker: name, jobs, perCourse, presence, gradings: runs.gradings },
    onEnded({ job, how }) {
      counts[how.kind === "copied" ? "graded" : how.kind] += 1;
      if (how.kind === "fault")
        void runs.nameOf(job).then(({ login, slug }) => tell(say.fault(login, slug, how.message)));
    },
    onDatabase: (state) => tell(say.database[state]),
  });
  const stop = (): void => {
    tell(say.stopping(loop.size));
    runs.stop();
    loop.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  tell(say.started(name, store.shown, jobs));
  try {
    await Promise.all([runs.prepare(), loop.run().finally(() => runs.stop())]);
  } finally {
    // A database that has gone will see for itself that this worker is silent.
    await presence.end().catch(() => {});
    readers.end();
    await starter.end();
    tell(say.ended(counts.graded, counts.fault, counts.late));
  }
}

function tell(sentence: string): void {
  console.error(`nablab: ${sentence}`);
}
