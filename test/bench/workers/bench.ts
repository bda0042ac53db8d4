// What becomes of a large class that goes through `nablab worker` while workers are killed and the database crashes, and
// how fast that is beside `nablab grade`.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { defaultJobs, wholeNumber } from "../../../graders/cli/options";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import type { Results } from "../../../graders/engine/results";
import { assignments } from "../../../src/assignments";
import { startPostgres } from "../../graders/gradebook/postgres";
import { generateClass } from "../graders/generateClass";
import { script } from "../script";
import type { Account } from "./Account";
import { recordClass, workThrough } from "./workThrough";

const slug = "logistic-regression";
const seed = 1;

const options = script(
  "bench:workers",
  "a class through workers, with one killed again and again, and a database crash",
)
  .option("--count <n>", "submissions", wholeNumber(1), 600)
  .option("--workers <n>", "worker processes", wholeNumber(1), 2)
  .option("--jobs <n>", "submissions that each worker grades at the same time", wholeNumber(1), 2)
  .option("--kill-every <s>", "kill -9 of one worker every so many seconds; 0: never", wholeNumber(0), 60)
  .option("--no-crash", "leave the database alone")
  .parse()
  .opts<{ count: number; workers: number; jobs: number; killEvery: number; crash: boolean }>();

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nablab-workers-"));
  const server = startPostgres();
  try {
    const submissions = join(folder, "class");
    await generateClass(submissions, assignmentNamed(slug, assignments), options.count);
    const grade = gradeOnly(submissions, join(folder, "out"));
    const waiting = await recordClass(server, submissions, slug, seed);
    const { workers, jobs, killEvery, crash } = options;
    const trouble = { workers, jobs, crash, ...(killEvery === 0 ? {} : { killEvery }) };
    const account = await workThrough(server, waiting, trouble, grade.scores);
    await waiting.store.close();
    print(account, grade.seconds);
    if (account.lost + account.doubled + account.different > 0) process.exitCode = 1;
  } finally {
    server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same class by `nablab grade`, as it is. */
function gradeOnly(submissions: string, out: string): { seconds: number; scores: Map<string, number | null> } {
  const runner = join(__dirname, "../../../graders/cli/run.js");
  const args = [runner, "grade", submissions, "--assignment", slug, "--seed", String(seed), "--out", out];
  const begun = performance.now();
  execFileSync(process.execPath, [...args, "--format", "json"], { stdio: "ignore" });
  const seconds = (performance.now() - begun) / 1000;
  const results = JSON.parse(readFileSync(join(out, "results.json"), "utf8")) as Results;
  return { seconds, scores: new Map(results.submissions.map(({ id, score }) => [id, score])) };
}

function print(account: Account, gradeSeconds: number): void {
  const { submissions, results, lost, doubled, faults, different, kills, crashes, seconds, ended } = account;
  const rate = (over: number): string => (submissions / over).toFixed(1);
  const { workers, jobs, killEvery } = options;
  const rows = [
    ["submissions", submissions],
    ["verdicts", results],
    ["lost", lost],
    ["doubled", doubled],
    ["grader faults", faults],
    ["verdicts unlike those of `nablab grade`", different],
    [`kill -9 of a worker${killEvery === 0 ? "" : `, one every ${killEvery} s`}`, kills],
    ["database crashes (`-m immediate`, back after 3 s)", crashes],
    [`${workers} workers, ${jobs} jobs each: seconds, a second`, `${seconds.toFixed(0)}, ${rate(seconds)}`],
    [`\`nablab grade --jobs ${defaultJobs}\`: seconds, a second`, `${gradeSeconds.toFixed(0)}, ${rate(gradeSeconds)}`],
    ["rate beside `nablab grade`", (gradeSeconds / seconds).toFixed(2)],
    [
      "load of the machine (1, 5, 15 minutes)",
      loadavg()
        .map((load) => load.toFixed(1))
        .join(", "),
    ],
  ];
  console.log(`| what | how many |\n|---|---|\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
  for (const one of ended) console.log(`a worker ended with ${one}`);
}

void main();
