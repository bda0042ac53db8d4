import { sql } from "kysely";
import type { Db } from "../Store";
import type { RunRow } from "../schema";
import { type FunctionShare, functionShares } from "./functionShares";

export interface MisconceptionRow {
  name: string;
  misconception: string;
  /** Of the group of learners that made it; where there are several, of one of them. */
  status: string;
  learners: number;
}

/** Something that has no verdict that counts. */
export interface TroubleRow {
  login: string;
  name: string;
  kind: "not-gradable" | "fault";
  message: string;
}

/** One run at a glance. */
export interface RunPage {
  learners: number;
  handedIn: number;
  /** Learners who have a mark. */
  marked: number;
  waiting: number;
  faults: number;
  /** Final marks, ascending. */
  finals: number[];
  functions: FunctionShare[];
  misconceptions: MisconceptionRow[];
  troubles: TroubleRow[];
  /** How many of the attempts that count were graded under which conditions: more than one asks for a regrade. */
  conditions: { conditions: string; attempts: number }[];
}

export async function runPage(db: Db, run: Pick<RunRow, "id">): Promise<RunPage> {
  const finals = await db
    .selectFrom("grade")
    .select("final")
    .where("run", "=", run.id)
    .where("final", "is not", null)
    .orderBy("final")
    .orderBy("person")
    .execute();
  return {
    ...(await countsIn(db, run.id)),
    finals: finals.map(({ final }) => Number(final)),
    functions: await functionShares(db, run),
    misconceptions: await misconceptionsIn(db, run.id),
    troubles: await troublesIn(db, run.id),
    conditions: await conditionsIn(db, run.id),
  };
}

/** How many learners, hand-ins and attempts there are, by what became of them. */
export async function countsIn(
  db: Db,
  run: string,
): Promise<Pick<RunPage, "learners" | "handedIn" | "marked" | "waiting" | "faults">> {
  const { learners } = await db
    .selectFrom("person")
    .where("role", "=", "learner")
    .where("erased", "is", null)
    .select(({ fn }) => fn.countAll<number>().as("learners"))
    .executeTakeFirstOrThrow();
  const { handedIn } = await db
    .selectFrom("submission")
    .where("run", "=", run)
    .select(({ fn }) => fn.count<number>("person").distinct().as("handedIn"))
    .executeTakeFirstOrThrow();
  const { marked } = await db
    .selectFrom("grade")
    .innerJoin("person", "person.id", "grade.person")
    .where("grade.run", "=", run)
    .where("grade.final", "is not", null)
    .where("person.role", "=", "learner")
    .where("person.erased", "is", null)
    .select(({ fn }) => fn.countAll<number>().as("marked"))
    .executeTakeFirstOrThrow();
  const states = await db
    .selectFrom("attempt")
    .innerJoin("submission", "submission.id", "attempt.submission")
    .where("submission.run", "=", run)
    .where("attempt.state", "in", ["waiting", "fault"])
    .groupBy("attempt.state")
    .select(({ fn }) => ["attempt.state", fn.countAll<number>().as("count")])
    .orderBy("attempt.state")
    .execute();
  const count = (state: string): number => states.find((row) => row.state === state)?.count ?? 0;
  return { learners, handedIn, marked, waiting: count("waiting"), faults: count("fault") };
}

function misconceptionsIn(db: Db, run: string): Promise<MisconceptionRow[]> {
  return db
    .selectFrom("grade")
    .innerJoin("part", "part.attempt", "grade.attempt")
    .where("grade.run", "=", run)
    .where("part.misconception", "is not", null)
    .groupBy(["part.name", "part.misconception"])
    .select(({ fn }) => ["part.name", fn.countAll<number>().as("learners")])
    .select(sql<string>`part.misconception`.as("misconception"))
    .select(({ fn }) => fn.min<string>("part.status").as("status"))
    .orderBy("learners", "desc")
    .orderBy("part.name")
    .orderBy("misconception")
    .execute();
}

/** Of learners without a mark: why their hand-ins have none. */
async function troublesIn(db: Db, run: string): Promise<TroubleRow[]> {
  const rows = await db
    .selectFrom("submission")
    // First, as SQLite keeps the order: nearly everybody has a mark.
    .leftJoin("grade", (join) =>
      join.onRef("grade.person", "=", "submission.person").onRef("grade.run", "=", "submission.run"),
    )
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .innerJoin("person", "person.id", "submission.person")
    .leftJoin("result", "result.attempt", "attempt.id")
    .where("submission.run", "=", run)
    .where("attempt.why", "=", "submitted")
    .where("grade.final", "is", null)
    .where("person.erased", "is", null)
    .where((is) => is.or([is("attempt.state", "=", "fault"), is("result.status", "=", "not-gradable")]))
    .select(["person.login", "person.name", "attempt.state", "attempt.fault", "result.error"])
    .orderBy("person.login")
    .orderBy("attempt.id")
    .execute();
  return rows.map(({ login, name, state, fault, error }) =>
    state === "fault"
      ? { login, name, kind: "fault", message: fault ?? "" }
      : { login, name, kind: "not-gradable", message: error ?? "" },
  );
}

function conditionsIn(db: Db, run: string): Promise<RunPage["conditions"]> {
  return db
    .selectFrom("grade")
    .innerJoin("attempt", "attempt.id", "grade.attempt")
    .where("grade.run", "=", run)
    .groupBy("attempt.conditions")
    .select(({ fn }) => ["attempt.conditions", fn.countAll<number>().as("attempts")])
    .orderBy("attempts", "desc")
    .orderBy("attempt.conditions")
    .execute();
}
