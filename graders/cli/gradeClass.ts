import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import type { Course } from "../course/Course";
import { aboutOf } from "../engine/About";
import type { GradingOptions, GradingRun, Processes } from "../engine/GradingRun";
import { gradeAll } from "../engine/gradeAll";
import { Journal } from "../engine/Journal";
import { prepareRun } from "../engine/prepareRun";
import { type Source, sourceOf } from "../engine/Source";
import type { SubmissionEntry } from "../engine/SubmissionEntry";
import { hashOfFile } from "../extract/hashOfFile";
import type { Learner } from "../intake/Learner";
import type { Roster } from "../intake/roster/Roster";
import { formatScore } from "../report/formatScore";
import { jsonChunks } from "../report/formats/json";
import type { Format, Report } from "../report/Report";
import { formatTable } from "../report/table";
import { asInClass } from "./asInClass";
import { openJournal } from "./openJournal";
import { Progress } from "./Progress";
import { publish } from "./publish";
import { reportOf } from "./reportOf";
import { type RestOfClass, refuseAlike, restOfClass } from "./restOfClass";
import { UsageError } from "./UsageError";
import { widthOf } from "./widthOf";
import { withFolderLocked } from "./withFolderLocked";

const say = words.commands.grade;

export interface ClassOptions extends Omit<GradingOptions, "seed"> {
  /** Null keeps the seed of a resumed run, and draws one for a new run. */
  seed: number | null;
  jobs: number;
  /** Where the submissions were looked for. */
  paths: readonly string[];
  /** Whether everything that was found there is graded. */
  isWhole: boolean;
  /** On the roster, and handed nothing in. */
  absent?: readonly Learner[];
  /** Who is in the class. */
  roster?: Roster;
  /** The folder for the files; null writes JSON to the terminal instead, or nothing. */
  out: string | null;
  /** Grade everything again, even where `out` holds results. */
  fresh: boolean;
  /** What to write; besides these, what `out` holds already is brought up to date. */
  formats: readonly Format[];
  /** What the assignment is called where the marks go; undefined for what an earlier run in `out` was told. */
  title?: string;
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
  taken: readonly SubmissionEntry[],
  assignment: Assignment,
  options: ClassOptions,
  processes: Processes,
): Promise<number> {
  const source = sourceOf(options.paths);
  const earlier = Journal.existing(folder);
  const entries = earlier && !options.isWhole ? asInClass(taken, earlier) : taken;
  const listed = earlier?.listed ?? [];
  const rest = earlier ? restOfClass(earlier, entries, options.isWhole ? source.id : null) : noRest;
  refuseAlike(entries, rest.kept, folder);
  // Results that stay belong to the earlier run, which therefore goes on.
  const resumed = options.fresh && rest.kept.length === 0 ? null : earlier;
  const seed = options.seed ?? resumed?.header.seed ?? randomInt(2 ** 32);
  const run = await prepareRun(course, assignment, { ...options, seed }, processes);
  // Windows moves no open file.
  if (resumed === null) earlier?.close();
  const journal = openJournal(folder, run, resumed, { fresh: options.fresh, kept: rest.kept.length });
  try {
    // An open file needs no name: nothing is left behind, however this process ends. Windows keeps the name until then.
    if (options.out === null && process.platform !== "win32") removeFolder(folder);
    if (rest.kept.length > 0) console.error(say.keptClass(folder, rest.kept.length, newAmong(entries, journal)));
    if (options.roster) journal.noteRoster(options.roster);
    await gradeMissing(entries, run, options, journal, source);
    if (resumed) for (const id of [...rest.gone, ...rest.renamed]) journal.note({ note: "gone", id });
    const { absent = [] } = options;
    const found = entries.map(({ id }) => id);
    const graded = reportOf(found, options.isWhole ? absentAmong(absent, found) : [], run, journal);
    show(graded, options);
    if (options.out !== null) {
      const ids = rest.kept.length > 0 ? [...journal.ids].sort(byFile(journal)) : found;
      const change = { ...rest, listed, before: earlier?.ended.at(-1), source };
      publish(options.out, reportOf(ids, absentAmong(absent, ids), run, journal), journal, options, change);
    }
    return countFaults(graded);
  } finally {
    journal.close();
  }
}

const noRest: RestOfClass = { kept: [], gone: [], renamed: [] };

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

function newAmong(entries: readonly SubmissionEntry[], journal: Journal): string[] {
  const known = new Set(journal.ids);
  return entries.map(({ id }) => id).filter((id) => !known.has(id));
}

async function gradeMissing(
  entries: readonly SubmissionEntry[],
  run: GradingRun,
  { fresh, jobs }: ClassOptions,
  journal: Journal,
  { id: source }: Source,
): Promise<void> {
  const isKnown = ({ id, file }: SubmissionEntry): boolean => !fresh && journal.has(id, hashOfFile(file));
  const [known, missing] = [entries.filter(isKnown), entries.filter((entry) => !isKnown(entry))];
  for (const entry of known) {
    // Whose it is, and where: both may have been otherwise when it was graded.
    const about = aboutOf({ ...entry, file: entry.shown ?? journal.aboutOf(entry.id).file });
    const isSeen = journal.sourceOf(entry.id) === source;
    if (isSeen && JSON.stringify(about) === JSON.stringify(journal.aboutOf(entry.id))) continue;
    journal.note({ note: "seen", id: entry.id, source, about });
  }
  if (known.length > 0) console.error(say.unchanged(known.length, entries.length));
  if (missing.length === 0) return;
  const progress = new Progress(missing.length);
  await gradeAll(missing, run, jobs, (one) => {
    journal.append(one, source);
    progress.advance(one.result.id, formatScore(one.result));
  });
  progress.end();
}

/** Without those whose work another run has found. */
function absentAmong(absent: readonly Learner[], ids: readonly string[]): Learner[] {
  const present = new Set(ids);
  return absent.filter(({ id }) => !present.has(id));
}

/** In a class that several runs have found, as if one had: by the files' names. */
function byFile(journal: Journal): (a: string, b: string) => number {
  const keyOf = (id: string): string => journal.aboutOf(id).file ?? id;
  return (a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(a) < keyOf(b) ? -1 : 1);
}

function show(report: Report, { table, out }: ClassOptions): void {
  if (table) console.log(formatTable(report, widthOf(process.stdout)));
  else if (out === null) for (const chunk of jsonChunks(report)) process.stdout.write(chunk);
}

function countFaults({ submissions }: Report): number {
  let faults = 0;
  for (const { result } of submissions()) if (result.status === "grader-fault") faults += 1;
  return faults;
}
