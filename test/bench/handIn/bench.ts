// How long a learner waits from handing in to the verdict of the public checks: while nothing else is graded, and while a
// regrade of a whole class is.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { defaultJobs, wholeNumber } from "../../../graders/cli/options";
import { HandInServer } from "../../../src/handIn/HandInServer";
import { type Server, startPostgres } from "../../graders/gradebook/postgres";
import { loadBefore, loadText } from "../load";
import { script } from "../script";
import { type Course, makeCourse, slug } from "./makeCourse";
import { type Running, startDashboard, startWorker } from "./programs";

const { count, regrade, jobs, postgres, sqlite } = script("bench:handin", "from handing in to the verdict")
  .option("--count <n>", "hand-ins that are measured, idle and during the regrade each", wholeNumber(5), 40)
  .option("--regrade <n>", "submissions that are regraded meanwhile", wholeNumber(1), 1000)
  .option("--jobs <n>", "submissions that are graded at the same time", wholeNumber(1), defaultJobs)
  .option("--postgres", "on PostgreSQL, with a worker, as well")
  .option("--no-sqlite", "not on SQLite")
  .parse()
  .opts<{ count: number; regrade: number; jobs: number; postgres?: boolean; sqlite: boolean }>();

/** Between two hand-ins, in milliseconds: a class does not wait for its turn. */
const gap = 300;

/** What the 95th percentile may be on a quiet machine, in seconds. */
const goals = { idle: 2, regrade: 5 };

const folder = mkdtempSync(join(tmpdir(), "nablab-handin-"));

void main();

async function main(): Promise<void> {
  let server: Server | undefined;
  try {
    if (sqlite) await measure("SQLite", join(folder, "class.db"));
    if (!postgres) return;
    server = startPostgres();
    await measure("PostgreSQL and one worker", server.address);
  } finally {
    server?.remove();
    rmSync(folder, { recursive: true });
  }
}

async function measure(title: string, where: string): Promise<void> {
  const course = await makeCourse(where, folder, { handIns: 2 * count + 1, regraded: regrade });
  const dashboard = await startDashboard(where, jobs);
  const worker = where.startsWith("postgres") ? startWorker(where, jobs) : null;
  try {
    console.log(`${title}; ${jobs} at the same time; load before: ${loadText(loadBefore())}\n`);
    console.log("| hand-ins | taken p50 s | taken p95 s | verdict p50 s | verdict p95 s | longest s | goal s |");
    console.log("|---|---:|---:|---:|---:|---:|---:|");
    // In which time the dashboard makes ready for learners.
    await setTimeout(10_000);
    print("the first one, after 10 s", [await handIn(dashboard, course, 0)], null);
    print(`idle: ${count}`, await several(dashboard, course, 1), goals.idle);
    await dashboard.post(`/runs/${slug}/regrades`);
    // The regrade is under way, and not just begun.
    while ((await course.waiting()) > 0.98 * regrade) await setTimeout(100);
    const before = await course.waiting();
    const times = await several(dashboard, course, 1 + count);
    print(`during a regrade: ${count}`, times, goals.regrade);
    const left = await course.waiting();
    console.log(`\nof the regrade, ${before} submissions waited before, and ${left} afterwards`);
    console.log(`load after: ${loadText(loadBefore())}\n`);
    if (left === 0) console.log("the regrade was over too soon: the figures mean little; raise --regrade\n");
  } finally {
    await worker?.end();
    await dashboard.end();
    await course.close();
  }
}

/** In seconds: until it was recorded, and until the verdict was there. */
interface Times {
  taken: number;
  verdict: number;
}

async function several(dashboard: Running, course: Course, first: number): Promise<Times[]> {
  const times: Times[] = [];
  for (let i = 0; i < count; i++) {
    times.push(await handIn(dashboard, course, first + i));
    await setTimeout(gap);
  }
  return times;
}

async function handIn({ address }: Running, { learners }: Course, i: number): Promise<Times> {
  const { token, bytes } = learners[i];
  const server = new HandInServer(new URL(address), token);
  const start = performance.now();
  const taken = await server.send({ name: "work.ipynb", bytes, run: slug });
  const recorded = performance.now();
  const { state } = await server.verdict(taken);
  if (state !== "graded") throw new Error(`hand-in ${i}: ${state}`);
  return { taken: (recorded - start) / 1000, verdict: (performance.now() - start) / 1000 };
}

function print(title: string, times: readonly Times[], goal: number | null): void {
  const at = (of: keyof Times, share: number): string => {
    const sorted = times.map((one) => one[of]).toSorted((a, b) => a - b);
    return sorted[Math.ceil(share * sorted.length) - 1].toFixed(2);
  };
  const figures = [at("taken", 0.5), at("taken", 0.95), at("verdict", 0.5), at("verdict", 0.95), at("verdict", 1)];
  console.log(`| ${[title, ...figures, goal === null ? "" : `< ${goal}`].join(" | ")} |`);
}
