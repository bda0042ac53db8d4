import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import type { GradedSubmission, StaffComment } from "../engine/gradeSubmission";
import { round, sum } from "../engine/points";
import type { SubmissionResult } from "../engine/results";
import type { Report } from "../report/Report";
import { groupsOf } from "../text/groupsOf";
import { unpackDetail } from "./detail";
import { peopleIn } from "./people";
import { type CommentRow, commentsOn } from "./queries/commentsOn";
import { namesOf, packedVerdictsOn, verdictsOn, withPoints } from "./queries/verdicts";
import { marksOf } from "./recompute";
import type { Db } from "./Store";
import type { RunRow } from "./schema";

/** What a report says besides results. */
export interface ReportAbout {
  assignment: Assignment;
  /** The title of each check, by id. */
  titles: ReadonlyMap<string, string>;
  versions: Report["head"]["versions"];
}

/** Everybody's verdict that counts, and the final mark. Verdicts are unpacked one after the other, as they are read. */
export async function finalReport(db: Db, run: RunRow, about: ReportAbout): Promise<Report> {
  const learners = (await peopleIn(db)).filter(({ role }) => role === "learner");
  const marks = new Map(
    (await marksOf(db, "all", undefined, run.id)).filter((one) => one.run === run.id).map((one) => [one.person, one]),
  );
  const states = await statesIn(db, run);
  const counted = learners.map(({ id }) => marks.get(id)?.attempt ?? states.get(id)?.attempt ?? null);
  const verdicts = await packedVerdictsOn(
    db,
    counted.filter((attempt) => attempt !== null),
  );
  const given = await pointsGiven(db, run);
  // A verdict that is kept is about its submission.
  const shown = learners.map(
    ({ id }, i) => verdicts.get(counted[i] ?? "")?.submission ?? states.get(id)?.submission ?? "",
  );
  const comments = await commentsBySubmission(db, shown);
  const results = function* (): Generator<GradedSubmission> {
    for (const [i, person] of learners.entries()) {
      const mark = marks.get(person.id);
      const verdict = verdicts.get(counted[i] ?? "");
      const said = comments.get(shown[i]);
      const { result, ...rest } = verdict
        ? unpackDetail(verdict.detail)
        : { result: withoutVerdict(run, states.get(person.id)), code: [] };
      const points = withPoints(result, given.get(counted[i] ?? "") ?? new Map());
      const score = points.score === null ? null : round(sum(points.functions.map((one) => one.points)));
      const final = { penalty: mark?.penalty ?? 0, final: mark?.final ?? null };
      const marked = { ...points, score, ...namesOf(person), mark: final };
      yield { ...rest, result: marked, ...(said ? { comments: said } : {}) };
    }
  };
  const count = shown.filter((submission) => submission !== "").length;
  return { ...reportWith(run, about, count, results), marked: true };
}

/** Without who wrote them: they are the course's to the learner. */
async function commentsBySubmission(db: Db, submissions: readonly string[]): Promise<Map<string, StaffComment[]>> {
  const rows = await commentsOn(db, submissions);
  const said = ({ name, line, text }: CommentRow): StaffComment => ({ name, line, text });
  const groups = groupsOf(rows, ({ submission }) => submission);
  return new Map(groups.map((group) => [rows[group[0]].submission, group.map((i) => said(rows[i]))]));
}

/** The verdicts on these submissions, each as it was handed in. */
export async function handInReport(
  db: Db,
  run: RunRow,
  about: ReportAbout,
  submissions: readonly string[],
): Promise<Report> {
  const people = new Map((await peopleIn(db)).map((person) => [person.id, person]));
  const rows = await db
    .selectFrom("submission")
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .where("submission.run", "=", run.id)
    .where("attempt.why", "=", "submitted")
    .select(["submission.id", "submission.person", "attempt.id as attempt", "attempt.state", "attempt.fault"])
    .orderBy("submission.id")
    .execute();
  const wanted = new Set(submissions);
  const chosen = rows
    .filter(({ id }) => wanted.has(id))
    .flatMap((row) => {
      const person = people.get(row.person);
      return person ? [{ ...row, person }] : [];
    })
    .toSorted((a, b) => (a.person.login < b.person.login ? -1 : 1));
  const verdicts = await verdictsOn(
    db,
    chosen.map(({ attempt }) => attempt),
  );
  const results = chosen.map(({ person, attempt, ...state }): GradedSubmission => {
    const { result, ...rest } = verdicts.get(attempt) ?? { result: withoutVerdict(run, state), code: [] };
    return { ...rest, result: { ...result, ...namesOf(person), id: person.login } };
  });
  return reportWith(run, about, results.length, () => results);
}

function reportWith(
  { slug, title, seed, maxScore }: RunRow,
  { assignment, titles, versions }: ReportAbout,
  count: number,
  submissions: Report["submissions"],
): Report {
  const head = { schema: "nablab.results/1" as const, assignment: slug, seed, versions };
  return {
    head: { ...head, sandbox: weakestWall(submissions()) },
    ...{ assignment, titles, title, maxScore, count, submissions },
  };
}

/** In a run that was graded in several ways, what can be said of all. */
function weakestWall(submissions: Iterable<GradedSubmission>): "bwrap" | "node" {
  let weakest: "bwrap" | "node" = "node";
  for (const { result, sandbox = "node" } of submissions) {
    if (result.status !== "graded") continue;
    if (sandbox === "node") return sandbox;
    weakest = sandbox;
  }
  return weakest;
}

/** What became of somebody's last hand-in. */
interface State {
  submission: string;
  attempt: string;
  state: "waiting" | "done" | "fault";
  fault: string | null;
}

/** By person. */
async function statesIn(db: Db, run: RunRow): Promise<Map<string, State>> {
  const rows = await db
    .selectFrom("submission")
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .where("submission.run", "=", run.id)
    .where("attempt.why", "=", "submitted")
    .select(["submission.id as submission", "submission.person"])
    .select(["attempt.id as attempt", "attempt.state", "attempt.fault"])
    .orderBy("submission.latest")
    .orderBy("submission.id")
    .execute();
  return new Map(rows.map(({ person, ...state }) => [person, state]));
}

function withoutVerdict({ maxScore }: RunRow, state?: Pick<State, "state" | "fault">): SubmissionResult {
  const nothing = { id: "", sha256: null, score: null, maxScore, durationMs: 0, functions: [] };
  if (!state) return { ...nothing, status: "not-handed-in" };
  return { ...nothing, status: "grader-fault", error: state.fault ?? words.gradebook.grading.waits };
}

/** The points that staff gave functions, by attempt and function. */
async function pointsGiven(db: Db, run: RunRow): Promise<Map<string, Map<string, number>>> {
  const rows = await db
    .selectFrom("override")
    .innerJoin("attempt", "attempt.submission", "override.submission")
    .where("override.run", "=", run.id)
    .where("override.revoked", "is", null)
    .where("override.name", "is not", null)
    .select(["attempt.id as attempt", "override.name", "override.points"])
    .orderBy("override.id")
    .orderBy("attempt.id")
    .execute();
  const groups = groupsOf(rows, ({ attempt }) => attempt);
  return new Map(
    groups.map((group) => [
      rows[group[0]].attempt,
      new Map(group.map((i) => [rows[i].name ?? "", rows[i].points] as const)),
    ]),
  );
}
