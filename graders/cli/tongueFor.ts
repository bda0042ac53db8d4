import type { Assignment } from "../../src/check/contract";
import type { Locale } from "../../src/words/locale";
import { words } from "../../src/words/words";
import type { Course } from "../course/Course";
import { tongueOf } from "../course/tongueOf";
import type { Tongue } from "../engine/Tongue";
import { UsageError } from "./UsageError";

/** @throws UsageError when the assignment has not been translated */
export async function tongueFor(course: Course, assignment: Assignment, lang: Locale): Promise<Tongue | undefined> {
  const tongue = await tongueOf(course, assignment, lang);
  if (tongue === null) throw new UsageError(words.commands.choose.notTranslated(assignment.slug, lang));
  return tongue;
}
