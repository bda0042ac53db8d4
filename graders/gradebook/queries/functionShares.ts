import { sum } from "../../engine/points";
import { groupsOf } from "../../text/groupsOf";
import { facilityOf } from "../itemFigures";
import type { Db } from "../Store";
import type { RunRow } from "../schema";
import { scoresIn } from "./scoresIn";

/** How many learners have a function right, and how much of its points they have. */
export interface FunctionShare {
  name: string;
  learners: number;
  correct: number;
  /** The mean share of its points; null where it is worth nothing. */
  facility: number | null;
}

/** By name. Learners are counted by the database: of ten thousand, a page would read sixty thousand rows. */
export async function functionShares(db: Db, run: Pick<RunRow, "id">): Promise<FunctionShare[]> {
  const rows = await db
    .selectFrom(scoresIn(db, run).as("score"))
    .groupBy(["name", "points", "maxPoints", "status"])
    .select(({ fn }) => ["name", "points", "maxPoints", "status", fn.countAll<number>().as("learners")])
    .orderBy("name")
    .orderBy("points")
    .orderBy("maxPoints")
    .orderBy("status")
    .execute();
  return groupsOf(rows, ({ name }) => name).map((group) => {
    const own = group.map((i) => rows[i]);
    const right = own.filter(({ status }) => status === "correct");
    const [learners, correct] = [own, right].map((some) => sum(some.map((one) => one.learners)));
    return { name: own[0].name, learners, correct, facility: facilityOf(own) };
  });
}
