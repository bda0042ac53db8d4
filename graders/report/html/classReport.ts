import type { GradingRun } from "../../engine/GradingRun";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { Results } from "../../engine/results";
import { formatPoints, formatScore } from "../formatScore";
import { chartScripts } from "./charts";
import { type Html, html } from "./html";
import { page } from "./page";
import { type Statistics, statisticsOf } from "./statistics";
import { mark, submissionBody } from "./submissionBody";

/** The page for a whole class: how it went, what went wrong most, and every submission with its code. */
export function classReport(results: Results, run: GradingRun, graded: readonly GradedSubmission[]): string {
  const statistics = statisticsOf(results);
  const maxScore = results.submissions[0]?.maxScore ?? 100;
  const titles = new Map(run.checks.map(({ id, title }) => [id, title]));
  const body = html`<main>
<h1>${run.assignment.title}</h1>
<p class="muted">Assignment ${run.assignment.number}, <code>${results.assignment}</code> · seed of the hidden checks ${
    results.seed
  } · nablab ${results.versions.nablab}, Node ${results.versions.node}</p>
${tiles(statistics, results.submissions.length)}
<h2>The class</h2>
<div class="charts">
<div class="card"><h3>Scores</h3><div id="scores"></div></div>
<div class="card"><h3>Functions right</h3><div id="functions"></div></div>
<div class="card wide"><h3>Checks passed</h3><div id="checks"></div></div>
<div class="card wide"><h3>Most frequent known mistakes</h3>${misconceptionTable(statistics)}</div>
</div>
<h2>Overview</h2>
${overview(results)}
<h2>Submissions</h2>
${graded.map((one) => submissionDetails(one, titles))}
</main>`;
  return page(`${run.assignment.title}: results`, body, chartScripts(statistics, maxScore));
}

function tiles({ scores, mean, median, fullMarks, notGradable, faults }: Statistics, total: number): Html {
  const figures: [string, string | number][] = [
    ["submissions", total],
    ["mean", mean === null ? "–" : formatPoints(mean)],
    ["median", median === null ? "–" : formatPoints(median)],
    ["full marks", `${fullMarks} of ${scores.length}`],
    ["not gradable", notGradable],
  ];
  if (faults > 0) figures.push(["grader faults", faults]);
  return html`<div class="tiles">${figures.map(
    ([label, value]) => html`<div class="card tile"><b>${value}</b><span class="muted">${label}</span></div>`,
  )}</div>`;
}

function misconceptionTable({ misconceptions }: Statistics): Html {
  if (misconceptions.length === 0) return html`<p class="muted">None was recognised.</p>`;
  const rows = misconceptions
    .slice(0, 15)
    .map(
      ({ id, message, count }) =>
        html`<tr><td class="number">${count}</td><td>${message} <span class="known">${id}</span></td></tr>`,
    );
  return html`<div class="scroll"><table><thead><tr><th class="number">students</th><th>what they read</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function overview({ submissions }: Results): Html {
  const names = submissions.find(({ functions }) => functions.length > 0)?.functions.map(({ name }) => name) ?? [];
  const rows = submissions.map((submission) => {
    const link = html`<a href="#${anchorOf(submission.id)}">${submission.id}</a>`;
    if (submission.score === null) {
      return html`<tr><td>${link}</td><td colspan="${names.length}"><span class="mark none">${
        submission.status === "not-gradable" ? "not gradable" : "grader fault"
      }</span></td><td class="number">–</td></tr>`;
    }
    return html`<tr><td>${link}</td>${submission.functions.map((one) => html`<td>${mark(one)}</td>`)}<td class="number">${formatPoints(
      submission.score,
    )}</td></tr>`;
  });
  return html`<div class="card scroll"><table><thead><tr><th>student</th>${names.map(
    (name) => html`<th>${name}</th>`,
  )}<th class="number">total</th></tr></thead><tbody>${rows}</tbody></table></div>
<p class="muted">* right given its inputs: judged with the reference in the place of a function that it calls.</p>`;
}

function submissionDetails(graded: GradedSubmission, titles: ReadonlyMap<string, string>): Html {
  const { result } = graded;
  const label = result.score === null ? html`<span class="mark none">not graded</span>` : null;
  return html`<details class="student card" id="${anchorOf(result.id)}"><summary><span class="name">${result.id}</span>${label}<span class="score">${
    result.score === null ? "" : formatScore(result)
  }</span></summary><div class="body"><p class="known">${result.file}</p>${submissionBody(graded, titles)}</div></details>
`;
}

/** An id that is safe in a link, whatever the student is called. */
function anchorOf(id: string): string {
  return `student-${Buffer.from(id).toString("hex")}`;
}
