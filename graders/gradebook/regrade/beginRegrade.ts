import { words } from "../../../src/words/words";
import type { Act } from "../Act";
import { writeDown } from "../audit";
import type { Queue } from "../queue/Queue";
import { Refusal } from "../Refusal";
import type { Change, Db } from "../Store";
import type { RegradeRow, RunRow } from "../schema";
import { openRegrade } from "./openRegrade";

/**
 * What is graded again. `counting`: of each learner the hand-in that counts, and later ones that were not gradable;
 * `all`: every hand-in, as another may become the best; else those of one person, by id.
 */
export type Only = "all" | "counting" | { person: string };

/**
 * Adds attempts under the conditions that are installed, at low priority, and moves no mark. A regrade that is open goes
 * on.
 *
 * @throws Refusal when the one that is open was begun under others, or takes another one back
 */
export async function beginRegrade(
  trx: Change,
  act: Act,
  queue: Pick<Queue, "add">,
  run: RunRow,
  conditions: string,
  only: Only,
): Promise<{ regrade: RegradeRow; added: number }> {
  const open = await openRegrade(trx, run.id);
  if (open && open.undoes !== null) throw new Refusal(words.gradebook.regrade.undoOpen(run.slug));
  if (open && open.conditions !== conditions) throw new Refusal(words.gradebook.regrade.otherConditions(run.slug));
  const regrade = open ?? (await newRegrade(trx, act, run, conditions));
  const chosen = await chosenSubmissions(trx, run, only);
  const graded = await trx
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .where("submission.run", "=", run.id)
    .where("attempt.conditions", "=", conditions)
    .select([
      "attempt.id",
      "attempt.submission",
      "attempt.conditions",
      "attempt.why",
      "attempt.created",
      "attempt.state",
    ])
    .orderBy("attempt.id")
    .execute();
  const known = new Map(graded.map((one) => [one.submission, one]));
  const missing = chosen.filter((submission) => !known.has(submission));
  const created = act.now();
  const faults = chosen.flatMap((submission) => known.get(submission) ?? []).filter(({ state }) => state === "fault");
  const added = missing.map((submission) => ({ id: act.newId(), submission, conditions, created }));
  await queue.add(trx, [...added.map((one) => ({ ...one, why: "regrade" as const })), ...faults]);
  return { regrade, added: missing.length };
}

async function newRegrade(trx: Change, act: Act, run: RunRow, conditions: string): Promise<RegradeRow> {
  const row: RegradeRow = {
    ...{ id: act.newId(), run: run.id, conditions, state: "grading", neverLower: 0, by: act.by, at: act.now() },
    ...{ preview: null, applied: null, undoes: null },
  };
  await trx.insertInto("regrade").values(row).execute();
  await writeDown(trx, act, { what: "regrade", about: `regrade:${row.id}`, after: { run: run.id, conditions } });
  return row;
}

async function chosenSubmissions(db: Db, run: RunRow, only: Only): Promise<string[]> {
  const submissions = await db
    .selectFrom("submission")
    .innerJoin("person", "person.id", "submission.person")
    .select(["submission.id", "submission.person", "submission.latest"])
    .where("submission.run", "=", run.id)
    // Of those who were erased, only the marks are left.
    .where("person.erased", "is", null)
    .$if(typeof only === "object", (query) =>
      query.where("submission.person", "=", (only as { person: string }).person),
    )
    .orderBy("submission.person")
    .orderBy("submission.latest")
    .orderBy("submission.id")
    .execute();
  if (only !== "counting") return submissions.map(({ id }) => id);
  const counted = await countedSubmissions(db, run.id);
  return submissions
    .filter(({ id, person, latest }) => {
      const one = counted.get(person);
      return one === undefined || one.submission === id || latest > one.latest;
    })
    .map(({ id }) => id);
}

/** By person. */
async function countedSubmissions(db: Db, run: string): Promise<Map<string, { submission: string; latest: string }>> {
  const rows = await db
    .selectFrom("grade")
    .innerJoin("attempt", "attempt.id", "grade.attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .where("grade.run", "=", run)
    .select(["grade.person", "submission.id as submission", "submission.latest"])
    .orderBy("grade.person")
    .execute();
  return new Map(rows.map(({ person, ...one }) => [person, one]));
}
