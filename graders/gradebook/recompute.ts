import { type CourseOfBook, courseIn } from "./course";
import { factsOf, type PersonFacts, type Supposed } from "./facts";
import { lateFacts } from "./lateFacts";
import { lockPeople } from "./lockPeople";
import { gradesOf, type Mark, type RunOfLearner } from "./marks/gradesOf";
import { runsInOrder } from "./runs";
import type { Change, Db } from "./Store";
import type { Gradebook } from "./schema";
import { inLists, type Who } from "./Who";

/** A mark in one run, of one person. */
export interface MarkOfPerson extends Mark {
  run: string;
  person: string;
}

/**
 * The marks that follow from everything else, see {@link gradesOf}.
 *
 * @param run the only one that is asked for, by id; where free days are shared by all runs, those in other runs come as
 * well that depend on it
 */
export async function marksOf(db: Db, who: Who, supposed?: Supposed, run?: string): Promise<MarkOfPerson[]> {
  return (await marksWithFacts(db, who, supposed, run)).marks;
}

/** @see marksOf; with what they rest on. */
export async function marksWithFacts(
  db: Db,
  who: Who,
  supposed?: Supposed,
  run?: string,
): Promise<{ facts: PersonFacts[]; marks: MarkOfPerson[] }> {
  const course = await courseIn(db);
  const facts = await factsOf(db, who, supposed, run);
  if (run === undefined || course.policy.freeDays === 0)
    return { facts, marks: facts.flatMap((one) => marksFrom(one, course)) };
  const whole = await withOtherRuns(db, facts, run);
  return { facts, marks: facts.flatMap((one) => marksFrom(whole.get(one.person) ?? one, course)) };
}

/**
 * By person, the facts of all runs in which they were late, for those who were late in this one. The others use no free day
 * here, whatever counts: this run and the others have nothing to do with each other.
 */
async function withOtherRuns(
  db: Db,
  facts: readonly PersonFacts[],
  run: string,
): Promise<Map<string, { person: string; runs: (RunOfLearner & { run: string })[] }>> {
  const late = facts.filter(({ runs: [{ due, attempts }] }) => attempts.some(({ received }) => isAfter(received, due)));
  const runs = await runsInOrder(db);
  // Which hand-in counts in the other runs does not depend on free days: they need runs in which the last one counts.
  const others = await lateFacts(
    db,
    late.map(({ person }) => person),
    runs.filter(({ id }) => id !== run),
  );
  return new Map(
    late.map(({ person, runs: [own] }) => {
      const all = runs.flatMap(({ id }) => {
        if (id === run) return [own];
        const other = others.get(`${person} ${id}`);
        return other ? [{ run: id, ...other }] : [];
      });
      return [person, { person, runs: all }];
    }),
  );
}

/** An extension only moves a deadline to a later time. */
function isAfter(received: string, due: string | null): boolean {
  return due !== null && received > due;
}

function marksFrom(
  { person, runs }: { person: string; runs: (RunOfLearner & { run: string })[] },
  { policy, zone }: CourseOfBook,
): MarkOfPerson[] {
  return gradesOf(runs, policy, zone).map((mark, i) => ({ run: runs[i].run, person, ...mark }));
}

/**
 * Brings the table of marks up to date. Whoever changes something that marks rest on calls this in the same transaction.
 *
 * @returns how many marks are another now
 */
export async function recompute(trx: Change, who: Who): Promise<number> {
  await lockPeople(trx, who);
  const before = await gradesNow(trx, who);
  const marks = await marksOf(trx, who);
  let changed = 0;
  for (const mark of marks) {
    const known = before.get(`${mark.person} ${mark.run}`);
    if (known ? isSame(known, mark) : mark.attempt === null && mark.final === null) continue;
    await write(trx, mark, known?.version ?? 0);
    changed += 1;
  }
  return changed;
}

async function gradesNow(trx: Change, who: Who): Promise<Map<string, Gradebook["grade"]>> {
  const found = new Map<string, Gradebook["grade"]>();
  for (const some of inLists(who)) {
    const rows = await trx
      .selectFrom("grade")
      .selectAll()
      .$if(some !== "all", (query) => query.where("person", "in", some as string[]))
      .execute();
    for (const row of rows) found.set(`${row.person} ${row.run}`, row);
  }
  return found;
}

/** Whether what is stored is this mark. */
export function isSame(
  stored: Pick<Gradebook["grade"], "attempt" | "raw" | "penalty" | "final">,
  { attempt, raw, penalty, final }: Mark,
): boolean {
  return stored.attempt === attempt && stored.raw === raw && stored.penalty === penalty && stored.final === final;
}

async function write(
  trx: Change,
  { run, person, attempt, raw, penalty, final }: MarkOfPerson,
  version: number,
): Promise<void> {
  const mark = { attempt, raw, penalty, final, version: version + 1 };
  if (version === 0) {
    await trx
      .insertInto("grade")
      .values({ run, person, ...mark })
      .execute();
    return;
  }
  await trx.updateTable("grade").set(mark).where("run", "=", run).where("person", "=", person).execute();
}
