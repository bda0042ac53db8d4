import type { Assignment } from "../../src/check/contract";
import { messageKey, translatedMessage } from "../../src/check/translateAssignment";
import { words } from "../../src/words/words";
import type { NotebookKernel } from "../authoring/notebook/Kernel";
import type { Course } from "../course/Course";
import { nameOf } from "../course/folderOf";
import { titleIn } from "../course/titleIn";
import { inTongue, type Tongue } from "../engine/Tongue";

/**
 * The README of what learners get.
 *
 * @param tongues what the assignments say in the release's language, if that is not English
 */
export function learnerReadme(
  about: Pick<Course, "title" | "titles">,
  assignments: readonly Assignment[],
  kernel: NotebookKernel,
  tongues: readonly Tongue[] = [],
): string {
  const notebooks = assignments.map((assignment, i) => {
    const { functions } = assignment;
    const title = translatedMessage(tongues[i]?.messages ?? {}, messageKey.title, assignment.title);
    const file = `${nameOf(assignment)}.ipynb`;
    const points = functions.reduce((total, one) => total + one.points, 0);
    return { title, file, path: `notebooks/${file}`, functions: functions.map(({ name }) => name), points };
  });
  const [tongue] = tongues;
  const course = titleIn(about, tongue?.locale ?? "en");
  const say = (): string => words.learnerReadme(course, notebooks, kernel === "nablab");
  return inTongue(tongue, say) ?? say();
}
