import type { GradingRun } from "../../../../graders/engine/GradingRun";
import type { GradedSubmission } from "../../../../graders/engine/gradeSubmission";
import { formats } from "../../../../graders/report/formats";
import { studentPage } from "../../../../graders/report/html/studentPage";
import type { Report } from "../../../../graders/report/Report";
import { formatTable } from "../../../../graders/report/table";
import { formatVerdict } from "../../../../graders/report/verdict";

/** Everything about a submission that a learner may get to see, by the name of the output. */
export function learnerOutputs(graded: GradedSubmission, run: GradingRun): Record<string, string> {
  const { assignment, seed, checks, maxScore } = run;
  const report: Report = {
    head: { schema: "nablab.results/1", assignment: assignment.slug, seed, versions: { nablab: "1", node: "2" } },
    titles: new Map(checks.map(({ id, title }) => [id, title])),
    assignment,
    maxScore,
    count: 1,
    submissions: () => [graded],
  };
  const outputs: Record<string, string> = {
    verdict: formatVerdict(graded.result, run),
    table: formatTable(report),
    page: studentPage(graded, report),
  };
  // `results.json` and the pages of `html` but the student's are for staff.
  for (const { name, files } of formats.filter(({ name }) => !["json", "html"].includes(name)))
    outputs[name] = Array.from(files(report), ({ chunks }) => [...chunks].join("")).join("\n");
  return outputs;
}
