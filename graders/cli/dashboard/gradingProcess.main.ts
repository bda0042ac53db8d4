import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Course } from "../../course/Course";
import { notebookOf } from "../../course/folderOf";
import { actOf } from "../../gradebook/Act";
import { openStore } from "../../gradebook/openStore";
import { waitingRows } from "../../gradebook/queries/waiting";
import { Refusal } from "../../gradebook/Refusal";
import { refusalFor } from "../../gradebook/refusalFor";
import { bundleLauncher } from "../../sandbox/host/bundle";
import { chooseWall } from "../../sandbox/host/chooseWall";
import { defaultLimits } from "../../sandbox/host/limits";
import { openReaders } from "../../sandbox/host/openReaders";
import { startLauncher } from "../../sandbox/host/startLauncher";
import { chooseCourse, courseInUse } from "../courseInUse";
import { UsageError } from "../UsageError";
import { lastChange } from "./lastChange";
import type { Order, Told } from "./messages";
import { takeFile } from "./takeFile";
import { WaitingGrader } from "./WaitingGrader";

/** How often it looks whether something waits, in milliseconds. */
const pause = 500;

/** After so long without anything to do it ends, and gives its memory back. Its start takes seconds. */
const mostIdle = 10 * 60_000;

/** What it is told when it starts. */
interface Start {
  /** As `openStore` takes it. */
  where: string;
  course: string;
  /** 0: it answers questions, and grades nothing. */
  jobs: number;
  /** In whose name. */
  by: string;
  /** Whether it is kept when it has nothing to do: learners do not wait for its start then. */
  stays: boolean;
}

/** Files that change from here on are not those that are loaded. */
const loaded = Date.now();
let lastDone = loaded;
let isStopped = false;

// Ctrl+C in a terminal reaches this process, too; the dashboard says when to end.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
// However the dashboard ends, grading does.
process.on("disconnect", () => process.exit());

void main(JSON.parse(process.argv[2])).then(
  () => process.disconnect?.(),
  (error: Error) => {
    const message = lineOf(error, "");
    console.error(`nablab: ${message}`);
    process.send?.({ kind: "stopped", message } satisfies Told, () => process.exit(1));
  },
);

async function main({ where, course: folder, jobs, by, stays }: Start): Promise<void> {
  chooseCourse(folder);
  const course = await courseInUse();
  const store = await openStore(where);
  const starter = startLauncher(await bundleLauncher());
  starter.lost.catch(() => process.exit(1));
  const { wall } = await chooseWall("auto");
  const limits = { ...defaultLimits, wall };
  const readers = await openReaders(limits, starter.launch);
  const worker = `${hostname()}/${process.pid}`;
  const onGrader = (grader: Extract<Told, { kind: "grader" }>["grader"]): void => {
    lastDone = Date.now();
    tell({ kind: "grader", grader });
  };
  const grader = new WaitingGrader({
    ...{ store, act: actOf(by), course, limits, processes: { starter, readers }, jobs, worker, onGrader },
  });
  process.on("message", (order: Order) => {
    if (order.kind === "stop") {
      isStopped = true;
      void grader.stop();
      return;
    }
    lastDone = Date.now();
    if (isStale(course)) {
      isStopped = true;
      void grader.stop();
      return tell({ kind: "stale" });
    }
    const answer =
      order.kind === "conditions"
        ? grader.conditionsFor(order.slug)
        : takeFile(course, readers, order.slug, order.path);
    answer.then(
      (found) => tell({ kind: "answer", id: order.id, answer: found }),
      (error: Error) => tell({ kind: "refused", id: order.id, message: lineOf(error, store.shown) }),
    );
  });
  while (!isStopped && (stays || Date.now() - lastDone < mostIdle)) {
    const waits = jobs > 0 && (await waitingRows(store.db).then(({ length }) => length > 0, onTrouble));
    if (waits && isStale(course)) {
      tell({ kind: "stale" });
      break;
    }
    const hasGraded = waits && (await grader.pass().catch(onTrouble));
    if (!hasGraded) await setTimeout(pause);
  }
  readers.end();
  await starter.end();
  await store.close();
}

/** Staff may correct a check while the dashboard runs. */
function isStale(course: Course): boolean {
  const notebooks = course.assignments.map((one) => notebookOf(course, one));
  return lastChange([course.folder, ...notebooks]) > loaded;
}

/** The database may be busy, or away for a while; what cannot be put right by waiting ends the process. */
async function onTrouble(error: Error): Promise<false> {
  if (!(refusalFor(error, "") instanceof Refusal)) throw error;
  await setTimeout(10 * pause);
  return false;
}

function lineOf(error: Error, shown: string): string {
  const known = refusalFor(error, shown);
  return known instanceof Refusal || known instanceof UsageError ? known.message : String((known as Error).message);
}

function tell(told: Told): void {
  process.send?.(told);
}
