// What `nablab grade` does with large classes: submissions per second, its memory over time, and a run that is killed.
//
//     node -r ts-node/register/transpile-only test/bench/graders/scale.ts [throughput|memory|kill …] [--count n]
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import type { Results } from "../../../graders/engine/results";
import { assignments } from "../../../src/assignments";
import { generateClass } from "./generateClass";

const runner = join(__dirname, "../../../graders/cli/run.js");
const folder = mkdtempSync(join(tmpdir(), "nablab-scale-"));
const slugs = ["logistic-regression", "shallow-network"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string" }, jobs: { type: "string", default: String(cpus().length) } },
});

/** `nablab grade`, without the wrapper that only looks for the pinned Node: this is the process to measure and to kill. */
function startGrading(submissions: string, out: string, slug: string, more: readonly string[] = []): ChildProcess {
  const fixed = ["--assignment", slug, "--seed", "1", "--jobs", values.jobs, "--out", out, "--format", "json"];
  const args = [runner, "grade", submissions, ...fixed, ...more];
  return spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** Waits for the end of a run. @throws Error when it did not end well */
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
  console.log(`${count} generated submissions, --jobs ${values.jobs}; wall time with start-up and results.json\n`);
  console.log("| assignment | cache | seconds | per second | full marks |\n|---|---|---|---|---|");
  for (const slug of slugs) {
    const submissions = await makeClass(slug, count);
    const out = join(folder, "throughput");
    for (const [cache, options] of [
      ["no", ["--no-cache"]],
      ["yes", []],
    ] as const) {
      const start = performance.now();
      await ended(startGrading(submissions, out, slug, ["--fresh", ...options]));
      const seconds = (performance.now() - start) / 1000;
      const full = resultsIn(out).submissions.filter(({ score }) => score === 100).length;
      console.log(`| ${slug} | ${cache} | ${seconds.toFixed(1)} | ${(count / seconds).toFixed(1)} | ${full} |`);
    }
  }
}
