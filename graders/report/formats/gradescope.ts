import { words } from "../../../src/words/words";
import type { CheckResult, SubmissionResult } from "../../engine/results";
import { choiceLines } from "../choiceLines";
import type { Format, Report } from "../Report";
import { remarkLines } from "../remarkLines";
import { safeName } from "../safeName";

/**
 * Gradescope's results.json, one file per student. Hidden checks are shown once marks are published, without their
 * inputs. The time taken is left out: a submission controls it, and could use it to reveal its inputs. After a grader
 * fault there is no file; Gradescope then reports that the autograder failed.
 */
export const gradescope: Format = {
  name: "gradescope",
  description: words.report.formats.gradescope,
  *files({ submissions, titles }: Report) {
    for (const { result } of submissions()) {
      if (result.status === "grader-fault" || result.status === "not-handed-in") continue;
      const chunks = [`${JSON.stringify(gradescopeResults(result, titles), null, 2)}\n`];
      yield { path: pageOf(result.id), chunks };
    }
  },
  pageOf,
};

function pageOf(id: string): string {
  return `gradescope/${safeName(id)}.json`;
}

export function gradescopeResults(result: SubmissionResult, titles: ReadonlyMap<string, string>): object {
  const { status, score, functions, error } = result;
  const said = error === undefined ? remarkLines(functions) : [words.report.ungraded(error)];
  const checks = functions.flatMap((one) => one.checks.map((check) => ({ name: one.name, check })));
  return {
    score: score ?? 0,
    output: [...choiceLines(result), ...said].join("\n"),
    output_format: "text",
    visibility: "visible",
    stdout_visibility: "hidden",
    extra_data: { status },
    tests: checks.map(({ name, check }, i) => testOf(name, check, titles, i + 1)),
  };
}

function testOf(name: string, check: CheckResult, titles: ReadonlyMap<string, string>, number: number): object {
  return {
    score: check.points,
    max_score: check.maxPoints,
    status: check.status === "correct" ? "passed" : "failed",
    name: `${name}: ${titles.get(check.id) ?? check.id}`,
    name_format: "text",
    number: String(number),
    output: check.message,
    output_format: "text",
    tags: check.misconception ? [check.misconception] : [],
    visibility: check.hidden ? "after_published" : "visible",
  };
}
