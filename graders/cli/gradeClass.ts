import { closeSync, lstatSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Assignment } from "../../src/check/define";
import type { SubmissionEntry } from "../engine/findSubmissions";
import type { GradingOptions, GradingRun } from "../engine/GradingRun";
import { gradeAll } from "../engine/gradeAll";
import { Journal, type JournalHeader } from "../engine/Journal";
import { modeFor } from "../engine/modeFor";
import { prepareRun } from "../engine/prepareRun";
import { hashOfFile } from "../extract/hashOf";
import { makeFolder } from "../makeFolder";
import { jsonChunks } from "../report/formats/json";
import type { Format, Report } from "../report/Report";
import { formatTable } from "../report/table";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
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

/**
 * Grades, reports, and returns how many submissions got no verdict through a fault of ours.
 *
 * @param readers that were opened before, to find out which assignment it is
 */
export async function gradeClass(
  entries: readonly SubmissionEntry[],
  assignment: Assignment,
  options: ClassOptions,
  readers?: ReaderPool,
): Promise<number> {
  if (options.out !== null) refuseOpenFolder(options.out);
  const run = await prepareRun(assignment, options, readers);
  const folder = options.out ?? mkdtempSync(join(tmpdir(), "nablab-grade-"));
  try {
    const journal = openJournal(folder, run, options);
    await gradeMissing(entries, run, options.jobs, journal);
    const report = reportOf(entries, run, journal);
    publish(report, options);
    const faults = countFaults(report);
    journal.close();
    return faults;
  } finally {
    if (options.out === null) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What is in the folder is gone on with, so that whoever can write there could make up marks. A folder of the user's own
 * is left to the user: some disks show every folder as open to everybody.
 *
 * @throws UsageError for a folder that everybody may write and somebody else owns, or that all share, as /tmp
 */
function refuseOpenFolder(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  const user = process.getuid?.();
  if (!stats?.isDirectory() || user === undefined || (stats.mode & 0o002) === 0) return;
  if (stats.uid === user && (stats.mode & 0o1000) === 0) return;
  throw new UsageError(
    `everybody on this machine may write to ${folder}; name a folder in it, or another one, for --out`,
  );
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
  const missing = entries.filter(({ id, file }) => !journal.has(id, hashOfFile(file)));
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
  return {
    head: { schema: "nablab.results/1", assignment: assignment.slug, seed, versions },
    titles: new Map(checks.map(({ id, title }) => [id, title])),
    ...{ assignment, maxScore, count: entries.length },
    *submissions() {
      for (const { id } of entries) yield journal.read(id);
    },
  };
}

function publish(report: Report, { table, out, formats }: ClassOptions): void {
  if (table) console.log(formatTable(report));
  if (out !== null) for (const format of formats) writeFormat(out, format, report);
  else if (!table) for (const chunk of jsonChunks(report)) process.stdout.write(chunk);
}

function writeFormat(out: string, format: Format, report: Report): void {
  for (const { path, chunks } of format.files(report)) {
    const target = join(out, path);
    const folder = dirname(target);
    makeFolder(folder, statSync(out).mode & 0o777);
    // A link would lead to a file of another place.
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(target);
    const file = openSync(target, "w", modeFor(folder));
    for (const chunk of chunks) writeSync(file, chunk);
    closeSync(file);
  }
}

function countFaults({ submissions }: Report): number {
  let faults = 0;
  for (const { result } of submissions()) if (result.status === "grader-fault") faults += 1;
  return faults;
}
