// Grading assignment 2 with nablab, nbgrader and otter-grader: the same checks, the same correct solution.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { MissingRequirement } from "../../../graders/cli/lab/findPython";
import { wholeNumber } from "../../../graders/cli/options";
import { median } from "../median";
import { script } from "../script";
import { type Contender, students } from "./Contender";
import { nablabClass } from "./nablabClass";
import { nbgraderCourse } from "./nbgraderCourse";
import { otterCourse } from "./otterCourse";
import { pythonChecks } from "./PythonCheck";
import { environmentVariables, pythonEnvironment } from "./pythonEnvironment";
import type { Timing } from "./Timing";

interface Measured {
  name: string;
  /** For one submission, from the start of the command to its end. */
  alone: Timing;
  /** The same for a class, divided by its size. */
  inClass: Timing;
}

const values = script("bench:graders", "grading assignment 2: nablab against nbgrader and otter-grader")
  .option("--runs <n>", "alternating runs, of which the median counts", wholeNumber(1), 3)
  .option("--class <n>", "students in the class", wholeNumber(2), 10)
  .option("--json <file>", "write the figures into a file as well")
  .parse()
  .opts<{ runs: number; class: number; json?: string }>();

const classSize = Math.min(values.class, students.length);

async function contenders(folder: string): Promise<Contender[]> {
  const environment = await pythonEnvironment();
  const env = environmentVariables(environment, folder);
  const checks = await pythonChecks();
  const folders = ["nablab", "nablab-1", "nbgrader", "otter"].map((name) => join(folder, name));
  for (const each of folders) mkdirSync(each);
  return [
    await nablabClass(folders[0], "nablab", []),
    await nablabClass(folders[1], "nablab --jobs 1", ["--jobs", "1"]),
    nbgraderCourse(folders[2], environment, env, checks),
    otterCourse(folders[3], environment, env, checks),
  ];
}

/** Runs alternate, so that other load on the machine affects all of them alike. */
function measure(all: readonly Contender[], runs: number): Measured[] {
  // What is prepared once per machine, such as bundles and databases, is not part of grading.
  for (const contender of all) gradeFully(contender, 1);
  const timings = all.map(() => ({ alone: [] as Timing[], inClass: [] as Timing[] }));
  for (let i = 0; i < runs; i++) {
    for (const [k, contender] of all.entries()) {
      timings[k].alone.push(gradeFully(contender, 1));
      timings[k].inClass.push(gradeFully(contender, classSize));
    }
  }
  return all.map(({ name }, k) => ({
    name,
    alone: medians(timings[k].alone, 1),
    inClass: medians(timings[k].inClass, classSize),
  }));
}

/** @throws Error when a correct submission did not get all points: then something else was measured */
function gradeFully({ name, grade, scores }: Contender, count: number): Timing {
  const timing = grade(count);
  const given = scores();
  if (given.length === count && given.every((score) => score > 0.999999)) return timing;
  throw new Error(`${name} gave ${JSON.stringify(given)} of the points to ${count} correct submission(s)`);
}

function medians(timings: readonly Timing[], submissions: number): Timing {
  const of = (key: keyof Timing) => median(timings.map((timing) => timing[key] / submissions));
  return { seconds: of("seconds"), cpuSeconds: of("cpuSeconds") };
}

function report(all: readonly Measured[], runs: number): string {
  return `Node ${process.version}, ${cpus()[0].model} x ${cpus().length}; medians of ${runs} alternating runs.
From the start of each command to its end: processes, kernels, imports and reports included; installing, and making the
assignment from its source, not. Every submission is correct and was given all points, in public and hidden checks. In a
class, otter-grader runs in one process through its API, as its command line without Docker grades one submission only;
nbgrader and otter-grader grade one after another. CPU is the processor time of the machine meanwhile.

One submission alone

${table(all, ({ alone }) => alone)}

One submission in a class of ${classSize}

${table(all, ({ inClass }) => inClass)}

Each further submission: what the class takes longer than one alone, as it counts in a large class

${table(all, further)}`;
}

function further({ alone, inClass }: Measured): Timing {
  const of = (key: keyof Timing) => (classSize * inClass[key] - alone[key]) / (classSize - 1);
  return { seconds: of("seconds"), cpuSeconds: of("cpuSeconds") };
}

function table(all: readonly Measured[], timingOf: (measured: Measured) => Timing): string {
  const own = timingOf(all[0]);
  const ratio = (a: number, b: number): string => `${(a / b).toPrecision(3)}x`;
  const rows = all.map((measured) => {
    const { seconds, cpuSeconds } = timingOf(measured);
    const wall = [seconds.toPrecision(3), ratio(seconds, own.seconds)];
    const cpu = [cpuSeconds.toPrecision(3), ratio(cpuSeconds, own.cpuSeconds)];
    return `| ${[measured.name, ...wall, ...cpu].join(" | ")} |`;
  });
  return `| grader | wall, s | to nablab | CPU, s | to nablab |\n|---|---|---|---|---|\n${rows.join("\n")}`;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nablab-bench-graders-"));
  const { runs } = values;
  try {
    const measured = measure(await contenders(folder), runs);
    console.log(report(measured, runs));
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(error instanceof MissingRequirement ? `bench:graders: ${error.message}` : error);
  process.exitCode = 1;
});
