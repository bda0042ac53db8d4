// How `nablab grade` copes with large classes: submissions per second, its memory over time, and a run that is killed.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Argument } from "commander";
import { defaultJobs, sandboxOption, wholeNumber } from "../../../graders/cli/options";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import type { Results } from "../../../graders/engine/results";
import { assignments } from "../../../src/assignments";
import { script } from "../script";
import { generateClass } from "./generateClass";
import { startClock } from "./Timing";

const runner = join(__dirname, "../../../graders/cli/run.js");
const folder = mkdtempSync(join(tmpdir(), "nablab-scale-"));
const slugs = ["logistic-regression", "shallow-network"];

const commandLine = script("bench:scale", "large classes: submissions per second, memory, and a run that is killed")
  .addArgument(
    new Argument("[part...]", "what to measure; all of it unless told").choices(["throughput", "memory", "kill"]),
  )
  .option("--count <n>", "submissions in a class; 500 to 5000 unless told", wholeNumber(1))
  .option("--jobs <n>", "submissions graded at the same time", wholeNumber(1), defaultJobs)
  .addOption(sandboxOption())
  .parse();
const values = commandLine.opts<{ count?: number; jobs: number; sandbox: string }>();

/** `nablab grade` without the wrapper that only finds the pinned Node: this is the process to measure and to kill. */
function startGrading(submissions: string, out: string, slug: string, more: readonly string[] = []): ChildProcess {
  const fixed = [
    "--assignment",
    slug,
    "--seed",
    "1",
    "--jobs",
    String(values.jobs),
    "--sandbox",
    values.sandbox,
    "--out",
    out,
    "--format",
    "json",
  ];
  const args = [runner, "grade", submissions, ...fixed, ...more];
  return spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** Waits for a run to end. @throws Error when it fails */
async function ended(grading: ChildProcess): Promise<void> {
  let errors = "";
  grading.stderr?.on("data", (text) => {
    errors = (errors + text).slice(-2000);
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    grading.on("close", (...how) => resolve(how));
  });
  if (code !== 0) throw new Error(`nablab grade ended with ${code ?? signal}: ${errors}`);
}

async function makeClass(slug: string, count: number): Promise<string> {
  const submissions = join(folder, `${slug}-${count}`);
  if (!existsSync(submissions)) await generateClass(submissions, assignmentNamed(slug, assignments), count);
  return submissions;
}

function resultsIn(out: string): Results {
  return JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
}

async function throughput(count: number): Promise<void> {
  console.log(
    `${count} generated submissions, --jobs ${values.jobs}, --sandbox ${values.sandbox}; wall time with start-up and results.json\n`,
  );
  console.log("| assignment | cache | seconds | per second | CPU ms each | full marks |\n|---|---|---|---|---|---|");
  for (const slug of slugs) {
    const submissions = await makeClass(slug, count);
    const out = join(folder, "throughput");
    for (const [cache, options] of [
      ["no", ["--no-cache"]],
      ["yes", []],
    ] as const) {
      const readClock = startClock();
      await ended(startGrading(submissions, out, slug, ["--fresh", ...options]));
      const { seconds, cpuSeconds } = readClock();
      const full = resultsIn(out).submissions.filter(({ score }) => score === 100).length;
      const rates = [seconds.toFixed(1), (count / seconds).toFixed(1), ((1000 * cpuSeconds) / count).toFixed(0)];
      console.log(`| ${[slug, cache, ...rates, full].join(" | ")} |`);
    }
  }
}

/** Grades a large class, each submission separately, and samples the memory of the grader's process. */
async function memory(count: number): Promise<void> {
  const slug = slugs[0];
  const grading = startGrading(await makeClass(slug, count), join(folder, "memory"), slug, ["--no-cache"]);
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(residentMB(grading.pid) ?? 0), 500);
  await ended(grading);
  clearInterval(timer);
  const tenths = Array.from({ length: 10 }, (_, i) => {
    const part = samples.slice((samples.length * i) / 10, (samples.length * (i + 1)) / 10);
    return Math.round(Math.max(...part));
  });
  console.log(
    `${count} submissions of ${slug}: the grader's resident memory in MB, the most in each tenth of the time:`,
  );
  console.log(tenths.join(" "));
}

/** Linux only, and only while the process exists. */
function residentMB(pid = 0): number | null {
  const status = `/proc/${pid}/status`;
  const match = existsSync(status) && /VmRSS:\s+(\d+) kB/.exec(readFileSync(status, "utf8"));
  return match ? Number(match[1]) / 1024 : null;
}

/** Kills a run three times, lets it finish, and compares it with an undisturbed run. */
async function kill(count: number): Promise<void> {
  const slug = slugs[0];
  const submissions = await makeClass(slug, count);
  const [undisturbed, killed] = [join(folder, "undisturbed"), join(folder, "killed")];
  await ended(startGrading(submissions, undisturbed, slug));
  for (const share of [0.25, 0.5, 0.75]) {
    const grading = startGrading(submissions, killed, slug);
    const lines = await journalReaches(join(killed, "journal.ndjson"), share * count);
    grading.kill("SIGKILL");
    console.log(`killed (-9) with ${lines} of ${count} in the journal`);
  }
  await ended(startGrading(submissions, killed, slug));
  const journal = readFileSync(join(killed, "journal.ndjson"), "utf8").trim().split("\n").slice(1);
  const ids = journal.map((line) => (JSON.parse(line) as { result: { id: string } }).result.id);
  const same = timeless(resultsIn(undisturbed)) === timeless(resultsIn(killed));
  console.log(`in the journal at the end: ${ids.length} results of ${new Set(ids).size} submissions`);
  console.log(`results apart from durations: ${same ? "the same as" : "DIFFERENT FROM"} an undisturbed run's`);
  if (!same || ids.length !== count || new Set(ids).size !== count) process.exitCode = 1;
}

async function journalReaches(journal: string, lines: number): Promise<number> {
  for (;;) {
    const written = existsSync(journal) ? readFileSync(journal, "utf8").split("\n").length - 2 : 0;
    if (written >= lines) return written;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function timeless(results: Results): string {
  return JSON.stringify(results.submissions.map((each) => ({ ...each, durationMs: 0 })));
}

const parts: Record<string, { run: (count: number) => Promise<void>; count: number }> = {
  throughput: { run: throughput, count: 1000 },
  memory: { run: memory, count: 5000 },
  kill: { run: kill, count: 500 },
};

async function main(): Promise<void> {
  const chosen = commandLine.args.length > 0 ? commandLine.args : Object.keys(parts);
  try {
    for (const name of chosen) {
      const { run, count } = parts[name];
      await run(values.count ?? count);
      console.log("");
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(`scale: ${error.message}`);
  process.exitCode = 1;
});
