import { lstatSync } from "node:fs";
import { basename } from "node:path";
import { said } from "../../../../src/words/Saying";
import { words } from "../../../../src/words/words";
import type { SubmissionEntry } from "../../../engine/SubmissionEntry";
import { NotGradable } from "../../../extract/NotGradable";
import { readBytes } from "../../../extract/readBytes";
import type { Act } from "../../../gradebook/Act";
import { courseIn } from "../../../gradebook/course";
import { conditionsOf } from "../../../gradebook/grading/conditionsOf";
import { recordProblem } from "../../../gradebook/grading/recordProblem";
import { takeHandIn } from "../../../gradebook/handIn";
import { parseTime } from "../../../gradebook/marks/parseTime";
import { enrol, type PersonRow, peopleIn, rosterOf } from "../../../gradebook/people";
import { handInReport } from "../../../gradebook/report";
import { runNamed } from "../../../gradebook/runs";
import type { Store } from "../../../gradebook/Store";
import type { RunRow } from "../../../gradebook/schema";
import { formatTable } from "../../../report/table";
import { bundleLauncher } from "../../../sandbox/host/bundle";
import { openReaders } from "../../../sandbox/host/openReaders";
import { startLauncher } from "../../../sandbox/host/startLauncher";
import { courseInUse } from "../../courseInUse";
import { type GradeOptions, warnOfWall } from "../../gradeOptions";
import { limitsOf } from "../../options";
import { readyClass } from "../../readyClass";
import { takeClass } from "../../takeClass";
import { UsageError } from "../../UsageError";
import { version } from "../../version";
import { widthOf } from "../../widthOf";
import { withStore } from "../withStore";
import { gradeQueue, queueOf, worker } from "./gradeQueue";
import { prepareBookRun } from "./prepareBookRun";

const say = words.gradebook.grade;

/** `grade --to`: the class goes into a gradebook, where each file is graded once. */
export async function gradeToBook(paths: string[], options: GradeOptions): Promise<void> {
  refuseOthers(options);
  const { run: slug, layout, enrol: mayEnrol = false } = options;
  if (slug === undefined) throw new UsageError(say.noRun);
  await withStore(options.to, async (store, act) => {
    const row = await runNamed(store.db, slug);
    if (options.assignment !== undefined && options.assignment !== slug)
      throw new UsageError(say.otherAssignment(slug, options.assignment));
    const timeOf = await clock(store, act, row, options.received);
    const { assignments } = await courseInUse();
    if (!assignments.some((one) => one.slug === slug)) throw new UsageError(say.notInCourse(slug));
    const taken = await takeClass({ paths, layout, listed: await rosterOf(store.db, store.shown) }, assignments);
    if (taken.unknown.length > 0 && !mayEnrol) throw new UsageError(say.unknown(taken.unknown));
    const starter = startLauncher(await bundleLauncher());
    try {
      const limits = await limitsOf(options, warnOfWall);
      const readers = await openReaders(limits, starter.launch);
      const { assignment, entries } = await readyClass(taken, slug, assignments, readers);
      const run = await prepareBookRun(row, limits, starter, readers);
      const intake = await recordAll(store, act, row, entries, conditionsOf(run), timeOf);
      const { submissions, added, closed, early } = intake;
      if (early.length > 0) console.error(`nablab: ${say.early(early)}`);
      if (closed.length > 0) console.error(`nablab: ${say.closed(closed)}`);
      const faults = await gradeQueue({ store, act, row, run, jobs: options.jobs });
      readers.end();
      const titles = new Map(run.checks.map(({ id, title }) => [id, title]));
      const about = { assignment, titles, versions: { nablab: version, node: process.version } };
      console.log(formatTable(await handInReport(store.db, row, about, submissions), widthOf(process.stdout)));
      console.error(`nablab: ${say.recorded(store.shown, added, submissions.length - added, faults)}`);
      if (faults > 0) process.exitCode = 3;
    } finally {
      await starter.end();
    }
  });
}

/** @throws UsageError for what would write files, or have other checks or another seed than the run's */
function refuseOthers({ out, format, title, fresh, seed, roster, hidden }: GradeOptions): void {
  const given = { out, format, title, fresh, seed, roster };
  const [name] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (name !== undefined) throw new UsageError(say.notWith(`--${name}`));
  if (!hidden) throw new UsageError(say.notWith("--no-hidden"));
}

type TimeOf = (entry: SubmissionEntry) => string;

/** @throws UsageError where it matters when something came, and nobody has said it */
async function clock({ db }: Store, act: Act, row: RunRow, received: string | undefined): Promise<TimeOf> {
  if (received === "mtime") {
    return ({ time, file }) => {
      const at = time ?? lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.parse(act.now());
      return new Date(at).toISOString();
    };
  }
  if (received === undefined && row.due !== null) throw new UsageError(say.needsReceived(row.slug));
  const time = received === undefined ? act.now() : parseTime(received, (await courseIn(db)).zone);
  return () => time;
}

/** What came of the class, before anything is graded. */
interface Recorded {
  /** Those that were found, each once. */
  submissions: string[];
  /** Of these, those that were not there. */
  added: number;
  /** The logins of those who came too late, and too early. */
  closed: string[];
  early: string[];
}

async function recordAll(
  store: Store,
  act: Act,
  run: RunRow,
  entries: readonly SubmissionEntry[],
  conditions: string,
  timeOf: TimeOf,
): Promise<Recorded> {
  const people = new Map((await peopleIn(store.db)).map((person) => [person.login, person]));
  const queue = queueOf(store, act);
  const recorded: Recorded = { submissions: [], added: 0, closed: [], early: [] };
  for (const entry of entries) {
    const { bytes, problem } = contentOf(entry);
    const taken = await store.db.transaction().execute(async (trx) => {
      const login = entry.login ?? entry.id;
      const person = people.get(login) ?? (await enrol(trx, act, identityOf(entry, login)));
      people.set(login, person satisfies PersonRow);
      const fileName = basename(entry.shown ?? entry.file);
      const file = {
        run,
        person: person.id,
        bytes,
        fileName,
        received: timeOf(entry),
        source: "grade",
      };
      const found = await takeHandIn(trx, act, queue, file, conditions);
      if (found.kind === "waiting" && problem !== undefined)
        await recordProblem(trx, act, run, found.submission, problem, worker);
      return found;
    });
    if (taken.kind === "closed" || taken.kind === "early") recorded[taken.kind].push(entry.login ?? entry.id);
    else recorded.submissions.push(taken.submission);
    if (taken.kind === "waiting" && taken.isNew) recorded.added += 1;
  }
  return recorded;
}

function identityOf({ name = "", email, section }: SubmissionEntry, login: string) {
  return { login, name, email: email ?? null, section: section ?? null, lmsId: null };
}

/** An empty file stands for one that cannot be read, or is not there; the problem says why. */
function contentOf({ file, below, problem }: SubmissionEntry): { bytes: Buffer; problem?: string } {
  try {
    return { bytes: readBytes(file, below), problem: problem && said(problem) };
  } catch (error) {
    if (!(error instanceof NotGradable)) throw error;
    return { bytes: Buffer.alloc(0), problem: problem === undefined ? error.message : said(problem) };
  }
}
