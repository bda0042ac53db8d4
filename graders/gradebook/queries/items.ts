import { sql } from "kysely";
import { type ItemFigures, itemFigures } from "../itemFigures";
import type { Db } from "../Store";
import type { RunRow } from "../schema";
import { scoresIn } from "./scoresIn";

/** How one function of a run behaves across learners, in the hand-ins that count. */
export interface FunctionFigures extends ItemFigures {
  /** Learners whose function is right. */
  correct: number;
  /** Learners whose function was judged with references in place of wrong functions that it calls. */
  followThrough: number;
}

/** With what earlier hand-ins say, too. */
export interface ItemRow extends FunctionFigures {
  /** Learners who had it right in one of their hand-ins, as it was graded then, and up to which one, on average. */
  got: number;
  handIns: number | null;
}

type Run = Pick<RunRow, "id">;

/** By name. */
export async function itemsIn(db: Db, run: Run): Promise<ItemRow[]> {
  const firsts = new Map((await firstCorrect(db, run)).map(({ name, ...one }) => [name, one]));
  return (await functionsIn(db, run)).map((one) => {
    const { got = 0, handIns = 0 } = firsts.get(one.name) ?? {};
    return { ...one, got, handIns: got === 0 ? null : handIns / got };
  });
}

/** By name. */
async function functionsIn(db: Db, run: Run): Promise<FunctionFigures[]> {
  const scores = await scoresIn(db, run).orderBy("grade.person").orderBy("part.name").execute();
  return itemFigures(scores).map((figures) => {
    const own = scores.filter(({ name }) => name === figures.name);
    return {
      ...figures,
      correct: own.filter(({ status }) => status === "correct").length,
      followThrough: own.filter(({ followThrough }) => followThrough === 1).length,
    };
  });
}

/** Which of their hand-ins, from 1, was the first in which a learner had a function right: how many did, and the sum. */
function firstCorrect(db: Db, { id }: Run): Promise<{ name: string; got: number; handIns: number }[]> {
  return db
    .with("numbered", (query) =>
      query
        .selectFrom("submission")
        .innerJoin("person", "person.id", "submission.person")
        .where("submission.run", "=", id)
        .where("person.role", "=", "learner")
        .select(["submission.id", "submission.person"])
        .select(
          sql<number>`row_number() over (partition by submission.person order by submission.received, submission.id)`.as(
            "place",
          ),
        ),
    )
    .with("firsts", (query) =>
      query
        .selectFrom("numbered")
        .innerJoin("attempt", "attempt.submission", "numbered.id")
        .innerJoin("part", "part.attempt", "attempt.id")
        .where("attempt.why", "=", "submitted")
        .where("part.status", "=", "correct")
        .groupBy(["numbered.person", "part.name"])
        .select(({ fn }) => ["part.name", fn.min<number>("numbered.place").as("place")]),
    )
    .selectFrom("firsts")
    .groupBy("firsts.name")
    .select(({ fn }) => ["firsts.name", fn.countAll<number>().as("got"), fn.sum<number>("firsts.place").as("handIns")])
    .orderBy("firsts.name")
    .execute();
}
