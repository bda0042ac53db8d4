import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { makeFolder } from "../../src/kernel/node/places/makeFolder";
import type { Difference } from "../../src/words/en/commands";
import { words } from "../../src/words/words";
import type { Course } from "../course/Course";
import type { SubmissionEntry } from "../engine/findSubmissions";
import type { GradingOptions, GradingRun, Processes } from "../engine/GradingRun";
import { gradeAll } from "../engine/gradeAll";
import { Journal } from "../engine/Journal";
import type { JournalHeader } from "../engine/JournalHeader";
import { modeFor } from "../engine/modeFor";
import { prepareRun } from "../engine/prepareRun";
import { hashOfFile } from "../extract/hashOfFile";
import { jsonChunks } from "../report/formats/json";
import type { Format, Report } from "../report/Report";
import { formatTable } from "../report/table";
import { type Wall, wallOf } from "../sandbox/host/chooseWall";
import { writeWhole } from "../text/writeWhole";
import { Progress } from "./Progress";
import { UsageError } from "./UsageError";
import { version } from "./version";
import { withFolderLocked } from "./withFolderLocked";

const say = words.commands.grade;

export interface ClassOptions extends Omit<GradingOptions, "seed"> {
  /** Null keeps the seed of a resumed run, and draws one for a new run. */
  seed: number | null;
  jobs: number;
  /** The folder for the files; null writes JSON to the terminal instead, or nothing. */
  out: string | null;
  /** Grade everything again, even where `out` holds results. */
  fresh: boolean;
  formats: readonly Format[];
  /** Whether to show a table in the terminal. */
  table: boolean;
}

/**
 * Grades, reports, and returns how many submissions got no verdict because of a grader fault.
 *
 * @param processes already running, as detecting the assignment needed them
 * @throws UsageError when another run is using the folder for the results, or when it holds those of another run
 */
export async function gradeClass(
  course: Course,
  entries: readonly SubmissionEntry[],
  assignment: Assignment,
  options: ClassOptions,
  processes: Processes,
): Promise<number> {
  const { out } = options;
  if (out !== null) {
    refuseOpenFolder(out);
    return withFolderLocked(out, () => gradeInto(course, out, entries, assignment, options, processes));
  }
  const folder = mkdtempSync(join(tmpdir(), "nablab-grade-"));
  try {
    return await gradeInto(course, folder, entries, assignment, options, processes);
  } finally {
    removeFolder(folder);
  }
}

async function gradeInto(
  course: Course,
  folder: string,
  entries: readonly SubmissionEntry[],
  assignment: Assignment,
  options: ClassOptions,
  processes: Processes,
): Promise<number> {
  const earlier = options.fresh ? null : Journal.headerIn(folder);
  const seed = options.seed ?? earlier?.seed ?? randomInt(2 ** 32);
  const run = await prepareRun(course, assignment, { ...options, seed }, processes);
  const journal = openJournal(folder, run, options.fresh);
  try {
    // An open file needs no name: nothing is left behind, however this process ends. Windows keeps the name until then.
    if (options.out === null && process.platform !== "win32") removeFolder(folder);
    await gradeMissing(entries, run, options.jobs, journal);
    const report = reportOf(entries, run, journal);
    publish(report, options);
    return countFaults(report);
  } finally {
    journal.close();
  }
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * A run resumes from what is in the folder, so anybody who can write there could make up marks. The user's own folders
 * are the user's responsibility: some disks show every folder as open to everybody.
 *
 * @throws UsageError for a folder that everybody may write to, if somebody else owns it or all share it, such as /tmp
 */
function refuseOpenFolder(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  const user = process.getuid?.();
  if (!stats?.isDirectory() || user === undefined || (stats.mode & 0o002) === 0) return;
  if (stats.uid === user && (stats.mode & 0o1000) === 0) return;
  throw new UsageError(say.openFolder(folder));
}

/** @throws UsageError when the folder holds results that were obtained under other conditions */
function openJournal(folder: string, { assignment, seed, conditions }: GradingRun, fresh: boolean): Journal {
  const header: JournalHeader = { schema: "nablab.journal/1", assignment: assignment.slug, seed, conditions };
  const earlier = fresh ? null : Journal.headerIn(folder);
  if (earlier && JSON.stringify(earlier) !== JSON.stringify(header)) {
    throw new UsageError(say.otherRun(folder, differenceOf(earlier, header)));
  }
  const journal = Journal.open(folder, header, fresh);
  if (journal.keptAside !== null) {
    console.error(`nablab: ${say.journalKeptAside(folder, journal.keptAside)}`);
  }
  if (journal.unreadableLines > 0) {
    console.error(`nablab: ${say.unreadableLines(folder, journal.unreadableLines)}`);
  }
  return journal;
}

function differenceOf(earlier: JournalHeader, { assignment, seed }: JournalHeader): Difference {
  if (earlier.assignment !== assignment) return { of: "assignment", earlier: earlier.assignment, now: assignment };
  if (earlier.seed !== seed) return { of: "seed", earlier: earlier.seed, now: seed };
  return { of: "conditions" };
}

async function gradeMissing(
  entries: readonly SubmissionEntry[],
  run: GradingRun,
  jobs: number,
  journal: Journal,
): Promise<void> {
  const missing = entries.filter(({ id, file }) => !journal.has(id, hashOfFile(file)));
  if (missing.length < entries.length) {
    console.error(say.unchanged(entries.length - missing.length, entries.length));
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
    assignment,
    maxScore,
    count: entries.length,
    *submissions() {
      for (const { id, shown } of entries) {
        const { result, code } = journal.read(id);
        // Where it is now: it may have been elsewhere when it was graded.
        yield { result: { ...result, file: shown ?? result.file }, code };
      }
    },
  };
}

/** Results of an earlier run that this one resumed may have been obtained behind another wall. */
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

/** Marks are for those who run the grader: others can read them only when given access. */
function writeFormat(out: string, format: Format, report: Report): void {
  for (const { path, chunks } of format.files(report)) {
    const target = join(out, path);
    makeFolder(dirname(target), statSync(out).mode & 0o777);
    writeWhole(target, chunks, modeFor(dirname(target)));
  }
}

function countFaults({ submissions }: Report): number {
  let faults = 0;
  for (const { result } of submissions()) if (result.status === "grader-fault") faults += 1;
  return faults;
}
