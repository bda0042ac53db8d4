import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Assignment } from "../../src/check/define";
import type { SubmissionEntry } from "../engine/findSubmissions";
import type { GradingOptions, GradingRun } from "../engine/GradingRun";
import { gradeAll } from "../engine/gradeAll";
import { Journal, type JournalHeader } from "../engine/Journal";
import { prepareRun } from "../engine/prepareRun";
import { hashOf } from "../extract/readSubmission";
import { makeFolder } from "../makeFolder";
import { jsonChunks } from "../report/formats/json";
import type { Format, Report } from "../report/Report";
import { formatTable } from "../report/table";
import { type Wall, wallOf } from "../sandbox/host/chooseWall";
import type { ProcessStarter } from "../sandbox/host/ProcessStarter";
import { Progress } from "./Progress";
import { UsageError } from "./UsageError";
import { version } from "./version";

export interface ClassOptions extends GradingOptions {
  jobs: number;
  /** Folder for the files; null writes JSON to the terminal instead, or nothing. */
  out: string | null;
  /** Grade everything again, even where `out` holds results. */
  fresh: boolean;
  formats: readonly Format[];
  /** Whether to show a table on the terminal. */
  table: boolean;
}

/** Grades, reports, and returns how many submissions got no verdict through a fault of ours. */
export async function gradeClass(
  entries: readonly SubmissionEntry[],
  assignment: Assignment,
  options: ClassOptions,
  starter: ProcessStarter,
): Promise<number> {
  const run = await prepareRun(assignment, options, starter);
  const folder = options.out ?? mkdtempSync(join(tmpdir(), "nablab-grade-"));
  try {
    const journal = openJournal(folder, run, options);
    // An open file needs no name, and whatever ends this process, nothing is left of it. Windows keeps it until the end.
    if (options.out === null && process.platform !== "win32") removeFolder(folder);
    await gradeMissing(entries, run, options.jobs, journal);
    const report = reportOf(entries, run, journal);
    publish(report, options);
    const faults = countFaults(report);
    journal.close();
    return faults;
  } finally {
    if (options.out === null) removeFolder(folder);
  }
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** @throws UsageError when the folder holds results that were found under other conditions */
function openJournal(folder: string, { assignment, seed, conditions }: GradingRun, { fresh }: ClassOptions): Journal {
  const header: JournalHeader = { schema: "nablab.journal/1", assignment: assignment.slug, seed, conditions };
  const earlier = fresh ? null : Journal.headerIn(folder);
  if (earlier && JSON.stringify(earlier) !== JSON.stringify(header)) {
    throw new UsageError(
      `${folder} holds results of another run (${differenceOf(earlier, header)}); add --fresh to grade again, or name another folder`,
    );
  }
  return Journal.open(folder, header, fresh);
}

function differenceOf(earlier: JournalHeader, { assignment, seed }: JournalHeader): string {
  if (earlier.assignment !== assignment) return `of ${earlier.assignment}, not ${assignment}`;
  if (earlier.seed !== seed) return `with seed ${earlier.seed}, not ${seed}`;
  return "with other checks, limits or another version of the grader";
}

async function gradeMissing(
  entries: readonly SubmissionEntry[],
  run: GradingRun,
  jobs: number,
  journal: Journal,
): Promise<void> {
  const missing = entries.filter(({ id, file }) => !journal.has(id, hashOf(file)));
  if (missing.length < entries.length) {
    console.error(`${entries.length - missing.length} of ${entries.length} were graded before and have not changed`);
  }
  if (missing.length === 0) return;
  const progress = new Progress(missing.length);
  await gradeAll(missing, run, jobs, (one) => {
    journal.append(one);
    progress.advance(one.result);
  });
  progress.end();
}

function reportOf(entries: readonly SubmissionEntry[], run: GradingRun, journal: Journal): Report {
  const { assignment, seed, checks, maxScore } = run;
  const versions = { nablab: version, node: process.version };
  const sandbox = weakestWall(entries, run, journal);
  return {
    head: { schema: "nablab.results/1", assignment: assignment.slug, seed, versions, sandbox },
    titles: new Map(checks.map(({ id, title }) => [id, title])),
    ...{ assignment, maxScore, count: entries.length },
    *submissions() {
      for (const { id } of entries) yield journal.read(id);
    },
  };
}

/** Results of an earlier run, which this one went on with, may have been found behind another wall. */
function weakestWall(entries: readonly SubmissionEntry[], { limits }: GradingRun, journal: Journal): Wall {
  let weakest: Wall | null = null;
  for (const { id } of entries) {
    const { result, sandbox = "node" } = journal.read(id);
    if (result.status !== "graded") continue;
    if (sandbox === "node") return sandbox;
    weakest = sandbox;
  }
  return weakest ?? wallOf(limits);
}

function publish(report: Report, { table, out, formats }: ClassOptions): void {
  if (table) console.log(formatTable(report));
  if (out !== null) for (const format of formats) writeFormat(out, format, report);
  else if (!table) for (const chunk of jsonChunks(report)) process.stdout.write(chunk);
}

function writeFormat(out: string, format: Format, report: Report): void {
  for (const { path, chunks } of format.files(report)) {
    const target = join(out, path);
    makeFolder(dirname(target));
    const file = openSync(target, "w");
    for (const chunk of chunks) writeSync(file, chunk);
    closeSync(file);
  }
}

function countFaults({ submissions }: Report): number {
  let faults = 0;
  for (const { result } of submissions()) if (result.status === "grader-fault") faults += 1;
  return faults;
}
