import { words } from "../../src/words/words";
import { type LatePolicy, noPenalty } from "./marks/LatePolicy";
import { Refusal } from "./Refusal";
import type { Db } from "./Store";
import type { Gradebook } from "./schema";

/** The course that a gradebook is of, with its policy read. */
export interface CourseOfBook extends Omit<Gradebook["course"], "policy"> {
  policy: LatePolicy;
}

/** @throws Refusal when nobody has said yet what the course is called */
export async function courseIn(db: Db): Promise<CourseOfBook> {
  const course = await db.selectFrom("course").selectAll().executeTakeFirst();
  if (!course) throw new Refusal(words.gradebook.course.none);
  return { ...course, policy: { ...noPenalty, ...(JSON.parse(course.policy) as LatePolicy) } };
}
