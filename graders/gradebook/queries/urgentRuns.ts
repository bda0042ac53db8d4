import type { Db } from "../Store";
import type { AttemptRow, RunRow } from "../schema";

/** Attempts of a run that are equally urgent. */
export interface UrgentRun extends Pick<AttemptRow, "why">, Pick<RunRow, "slug"> {
  /** The run, by id. */
  run: string;
  /** 1 when somebody waits for them: they were handed in one by one, and not brought by a command. */
  live: number;
}

/** The runs in which something waits, in the order in which it is graded: live hand-ins, classes, regrades; the earliest first. */
export function urgentRuns(db: Db): Promise<UrgentRun[]> {
  return db
    .with("one", (query) =>
      query
        .selectFrom("attempt")
        .innerJoin("submission", "submission.id", "attempt.submission")
        .where("attempt.state", "=", "waiting")
        .select(["attempt.id", "attempt.why", "submission.run"])
        .select(({ eb }) =>
          eb.case().when("submission.source", "=", "grade").then(0).else(1).end().$castTo<number>().as("live"),
        ),
    )
    .selectFrom("one")
    .innerJoin("run", "run.id", "one.run")
    .groupBy(["one.run", "run.slug", "one.why", "one.live"])
    .select(["one.run", "run.slug", "one.why", "one.live"])
    .orderBy("one.why", "desc")
    .orderBy("one.live", "desc")
    .orderBy((expression) => expression.fn.min("one.id"))
    .execute();
}
