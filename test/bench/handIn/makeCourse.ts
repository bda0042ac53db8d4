import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import type { GradedSubmission } from "../../../graders/engine/gradeSubmission";
import { actOf } from "../../../graders/gradebook/Act";
import { takeHandIn } from "../../../graders/gradebook/handIn";
import { makeToken } from "../../../graders/gradebook/learner/submitToken";
import { createStore } from "../../../graders/gradebook/openStore";
import { enrol } from "../../../graders/gradebook/people";
import { letWait } from "../../../graders/gradebook/queue/letWait";
import { recordResult } from "../../../graders/gradebook/recordResult";
import type { Change } from "../../../graders/gradebook/Store";
import type { RunRow } from "../../../graders/gradebook/schema";
import { setCourse } from "../../../graders/gradebook/setCourse";
import { setRun } from "../../../graders/gradebook/setRun";
import { assignments } from "../../../src/assignments";
import { generateClass } from "../graders/generateClass";

/** A small one: what is measured is the way to the verdict, and not the training of a network. */
export const slug = "shallow-network";

const act = actOf("bench");

/** Learners who are about to hand in, and how much waits to be graded. */
export interface Course {
  learners: { token: string; bytes: Uint8Array<ArrayBuffer> }[];
  waiting(): Promise<number>;
  close(): Promise<void>;
}

/**
 * A gradebook with learners who have handed in, under checks that are not installed any more, and with others who are about
 * to.
 *
 * @param folder where the class is made
 */
export async function makeCourse(
  where: string,
  folder: string,
  { handIns, regraded }: { handIns: number; regraded: number },
): Promise<Course> {
  const { store } = await createStore(where);
  await store.boss?.install();
  const { db } = store;
  const assignment = assignmentNamed(slug, assignments);
  const made = join(folder, "class");
  await generateClass(made, assignment, handIns + regraded);
  const files = readdirSync(made).map((name) => readFileSync(join(made, name)));
  const tokens = await db.transaction().execute(async (trx) => {
    await setCourse(trx, act, { title: "Deep learning", zone: "Europe/Vienna" });
    const maxScore = assignment.functions.reduce((sum, { points }) => sum + points, 0);
    const { run } = await setRun(trx, act, { slug, title: assignment.title, maxScore }, {}, 1);
    for (const [i, bytes] of files.slice(handIns).entries()) await addGraded(trx, run, `before-${i}`, bytes);
    const found: string[] = [];
    for (let i = 0; i < handIns; i++) found.push(await makeToken(trx, act, await newLearner(trx, `learner-${i}`)));
    return found;
  });
  return {
    learners: tokens.map((token, i) => ({ token, bytes: Uint8Array.from(files[i]) })),
    async waiting() {
      const { count } = await db
        .selectFrom("attempt")
        .where("state", "=", "waiting")
        .where("why", "=", "regrade")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return count;
    },
    close: () => store.close(),
  };
}

async function newLearner(trx: Change, login: string): Promise<string> {
  return (await enrol(trx, act, { login, name: login, email: null, section: null, lmsId: null })).id;
}

/** A hand-in with a verdict of another version; nobody looks at that verdict here. */
async function addGraded(trx: Change, run: RunRow, login: string, bytes: Buffer): Promise<void> {
  const person = await newLearner(trx, login);
  const received = act.now();
  const handedIn = { run, person, bytes, fileName: "work.ipynb", received, source: "grade" };
  const taken = await takeHandIn(trx, act, { add: letWait }, handedIn, "before");
  if (taken.kind !== "waiting") throw new Error(taken.kind);
  const { id: attempt } = await trx
    .selectFrom("attempt")
    .select("id")
    .where("submission", "=", taken.submission)
    .executeTakeFirstOrThrow();
  const about = { submission: taken.submission, conditions: "before", why: "submitted" as const, tries: 0 };
  const job = { ...about, attempt, person, sha256: "", fileName: "work.ipynb" };
  await recordResult(trx, act, job, verdictOf(run), "bench");
}

function verdictOf({ maxScore }: RunRow): GradedSubmission {
  const result = { id: "x", sha256: "0", durationMs: 1, status: "graded" as const, score: 0, maxScore, functions: [] };
  return { result, code: [] };
}
