import type { Assignment } from "../../../src/check/contract";
import type { Verdict } from "../../../src/check/judge";
import type { Notice } from "../../../src/notebook/Notice";
import type { ForeignLocale } from "../../../src/words/locale";
import { words } from "../../../src/words/words";
import type { Course } from "../../course/Course";
import { folderOf } from "../../course/folderOf";
import { type Run, runEdition } from "../execution/runEdition";
import type { Edition } from "../notebook/buildNotebook";
import { localesOf } from "../translation/Translation";
import type { Finding, Proof } from "./Proof";

/** The longest that a learner should wait; lessons that train longer show progress and can be split into cells. */
const secondsPerCell = 300;

/**
 * Both editions run from the first cell to the last, in the kernel, as "Run All" does. With nothing written, every
 * check says so; with solutions, every check passes and no demonstration is left waiting, in every language.
 */
export const notebooksRun: Proof = async ({ course, assignment }) => {
  const findings = [await starterRuns(course, assignment), await solutionsRun(course, assignment)];
  for (const locale of localesOf(folderOf(course, assignment))) {
    findings.push(await solutionsRun(course, assignment, locale));
  }
  return findings;
};

async function starterRuns(course: Course, assignment: Assignment): Promise<Finding> {
  const { failures, notices } = await run(course, assignment, "starter");
  const silent = without(notices, assignment, "not-implemented");
  return {
    what: "the notebook runs from top to bottom with nothing written",
    problems: failures.length > 0 ? failures : silent.map((name) => `no cell says that ${name} is not implemented`),
  };
}

async function solutionsRun(course: Course, assignment: Assignment, locale?: ForeignLocale): Promise<Finding> {
  const { failures, notices } = await run(course, assignment, "solutions", locale);
  const wrong = without(notices, assignment, "correct");
  const waiting = notices.flatMap((each) => (each.kind === "waiting" ? words.notebook.waiting(each.functions) : []));
  const problems = [...wrong.map((name) => `no cell says that ${name} is correct`), ...waiting];
  return {
    what: `${locale ? `${locale}: ` : ""}the notebook with solutions runs too, and every check in it is passed`,
    problems: failures.length > 0 ? failures : problems,
  };
}

/** The graded functions that no cell gives this verdict. */
function without(notices: readonly Notice[], { functions }: Assignment, status: Verdict["status"]): string[] {
  const names = functions.map(({ name }) => name);
  return names.filter(
    (name) => !notices.some((each) => each.kind === "verdict" && each.function === name && each.status === status),
  );
}

/** A kernel that does not start, or that ends early, is a problem like any other. */
async function run(course: Course, assignment: Assignment, edition: Edition, locale?: ForeignLocale): Promise<Run> {
  try {
    return await runEdition(course, assignment, edition, { seconds: secondsPerCell, locale });
  } catch (error) {
    return { failures: [(error as Error).message], displays: [], notices: [], printed: "" };
  }
}
