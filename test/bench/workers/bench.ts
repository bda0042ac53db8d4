// What becomes of a large class that goes through `nablab worker` while workers are killed and the database crashes, and
// how fast that is beside `nablab grade`. The two take turns, as the machine is not equally quick all the time: workers
// grade a slice of the class, then `nablab grade` some of the same files.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { wholeNumber } from "../../../graders/cli/options";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import { assignments } from "../../../src/assignments";
import { startPostgres } from "../../graders/gradebook/postgres";
import { generateClass } from "../graders/generateClass";
import { script } from "../script";
import { type GradedAlone, gradeAlone } from "./gradeAlone";
import { recordClass } from "./recordClass";
import { Trial } from "./Trial";
import { accountTable, type Slice, sliceTable } from "./tables";

/** One of the quickest to grade, as most of a large class's time then goes into what is measured here. */
const slug = "logistic-regression";
const seed = 1;

const options = script(
  "bench:workers",
  "a class through workers, with one killed again and again, and a database crash; an interrupt prints what there is",
)
  .option("--count <n>", "submissions", wholeNumber(1), 600)
  .option("--slices <n>", "how often workers and `nablab grade` take turns", wholeNumber(1), 3)
  .option("--repeat <n>", "of each slice, so many are graded by `nablab grade` as well", wholeNumber(1), 500)
  .option("--workers <n>", "worker processes", wholeNumber(1), 2)
  .option("--jobs <n>", "submissions that each worker grades at the same time", wholeNumber(1), 2)
  .option("--kill-every <s>", "kill -9 of one worker every so many seconds; 0: never", wholeNumber(0), 60)
  .option("--no-crash", "leave the database alone")
  .parse()
  .opts<{
    count: number;
    slices: number;
    repeat: number;
    workers: number;
    jobs: number;
    killEvery: number;
    crash: boolean;
  }>();

async function main(): Promise<void> {
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupt.abort());
  const folder = mkdtempSync(join(tmpdir(), "nablab-workers-"));
  const server = startPostgres();
  try {
    await measure(folder, server, interrupt.signal);
  } finally {
    server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, server: ReturnType<typeof startPostgres>, signal: AbortSignal): Promise<void> {
  const submissions = join(folder, "class");
  const { count, workers, jobs, killEvery, crash } = options;
  const begun = performance.now();
  await generateClass(submissions, assignmentNamed(slug, assignments), count);
  const files = readdirSync(submissions)
    .toSorted()
    .map((name) => join(submissions, name));
  const waiting = await recordClass(server, files, slug, seed);
  tell(`${count} hand-ins were made and recorded in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  const trouble = { workers, jobs, crash, ...(killEvery === 0 ? {} : { killEvery }) };
  const trial = new Trial(server, waiting, trouble, signal);
  const slices: Slice[] = [];
  const scores: GradedAlone["scores"] = new Map();
  for (let i = 0; i < options.slices && !signal.aborted; i++) {
    const own = files.slice(Math.floor((count * i) / options.slices), Math.floor((count * (i + 1)) / options.slices));
    const stretch = await trial.work(count - Math.floor((count * (i + 1)) / options.slices));
    const load = loadavg()[0];
    slices.push({ stretch, load, alone: null });
    if (signal.aborted) break;
    const alone = await alternate(spread(own, options.repeat), join(folder, "alone"), signal);
    if (alone === null) break;
    slices[i].alone = { count: alone.scores.size, ...alone };
    for (const [login, score] of alone.scores) scores.set(login, score);
    tell(`slice ${i + 1} of ${options.slices}: ${stretch.graded} by workers, ${alone.scores.size} by nablab grade`);
  }
  const account = await trial.account(scores);
  await waiting.store.close();
  console.log(accountTable(account, trial, killEvery));
  console.log(sliceTable(slices, { workers, jobs }));
  for (const one of slices.flatMap(({ stretch }) => stretch.ended)) console.log(`a worker ended with ${one}`);
  const isWhole = !signal.aborted && account.left === 0;
  if (!isWhole || account.lost + account.doubled + account.different > 0) process.exitCode = 1;
}

/** `nablab grade`'s turn: one file first, which shows how long it takes to start. Null after an interrupt, which ends it too. */
async function alternate(files: readonly string[], folder: string, signal: AbortSignal) {
  try {
    const { seconds: startUp } = await gradeAlone(files.slice(0, 1), folder, slug, seed);
    return { startUp, ...(await gradeAlone(files, folder, slug, seed)) };
  } catch (error) {
    if (!signal.aborted) throw error;
    return null;
  }
}

/** So many of them at equal distances. */
function spread<T>(all: readonly T[], most: number): T[] {
  const count = Math.min(most, all.length);
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
}

function tell(sentence: string): void {
  console.error(`bench:workers: ${sentence}`);
}

void main();
