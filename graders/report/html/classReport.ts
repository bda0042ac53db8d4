import type { Assignment } from "../../../src/check/contract";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { Results, SubmissionResult } from "../../engine/results";
import { formatPoints, formatScore } from "../formatScore";
import type { Report } from "../Report";
import { safeName } from "../safeName";
import { chartScripts } from "./charts";
import { type Html, html } from "./html";
import { pageChunks } from "./page";
import { prose } from "./prose";
import { type Statistics, statisticsOf } from "./statistics";
import { mark, submissionBody } from "./submissionBody";

/** Up to this many submissions are on the class page itself; of a larger class, they are on pages of their own. */
const inlineLimit = 100;

/** The page for a whole class: how it went, what went wrong most, and every submission with its code. */
export function classReport(report: Report): Iterable<string> {
  const statistics = statisticsOf(report.submissions());
  const scripts = chartScripts(statistics, report.maxScore);
  return pageChunks(`${report.assignment.title}: results`, bodyChunks(report, statistics), scripts);
}

function* bodyChunks(report: Report, statistics: Statistics): Generator<string> {
  const { head, assignment, count } = report;
  yield html`<main>
<h1>${assignment.title}</h1>
<p class="muted">Assignment ${assignment.number}, <code>${head.assignment}</code> · seed of the hidden checks ${
    head.seed
  } · nablab ${head.versions.nablab}, Node ${head.versions.node} · ${wallText(head.sandbox)}</p>
${tiles(statistics, count)}
<h2>The class</h2>
<div class="charts">
<div class="card"><h3>Scores</h3><div id="scores"></div></div>
<div class="card"><h3>Functions right</h3><div id="functions"></div></div>
<div class="card wide"><h3>Checks passed</h3><div id="checks"></div></div>
<div class="card wide"><h3>Most frequent known mistakes</h3>${misconceptionTable(statistics)}</div>
${remarkCard(statistics, assignment)}
</div>
<h2>Overview</h2>
`.text;
  yield* overview(report);
  if (count <= inlineLimit) {
    yield "<h2>Submissions</h2>\n";
    for (const one of report.submissions()) yield submissionDetails(one, report.titles).text;
  }
  yield "</main>\n";
}

function wallText(wall: Results["sandbox"]): string {
  return wall === "bwrap" ? "code ran inside bubblewrap" : "code ran behind Node's permissions";
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
  return countTable(misconceptions.slice(0, 15));
}

/** Nothing where no rule was broken: most assignments have few. */
function remarkCard({ remarks }: Statistics, { functions }: Assignment): Html | null {
  if (remarks.length === 0) return null;
  const messages = new Map(functions.flatMap(({ rules = [] }) => rules.map(({ id, message }) => [id, message])));
  const rows = remarks.map(({ id, count }) => ({ id, count, message: messages.get(id) ?? "" }));
  return html`<div class="card wide"><h3>Remarks on the code, without points</h3>${countTable(rows)}</div>`;
}

function countTable(rows: readonly { id: string; message: string; count: number }[]): Html {
  return html`<div class="scroll"><table><thead><tr><th class="number">students</th><th>what they read</th></tr></thead>
<tbody>${rows.map(
    ({ id, message, count }) =>
      html`<tr><td class="number">${count}</td><td>${prose(message)} <span class="known">${id}</span></td></tr>`,
  )}</tbody></table></div>`;
}

function* overview({ assignment, submissions, count }: Report): Generator<string> {
  const names = assignment.functions.map(({ name }) => name);
  yield html`<div class="card scroll"><table><thead><tr><th>student</th>${names.map(
    (name) => html`<th>${name}</th>`,
  )}<th class="number">total</th></tr></thead><tbody>`.text;
  for (const { result } of submissions()) {
    const target = count <= inlineLimit ? `#${anchorOf(result.id)}` : `students/${safeName(result.id)}.html`;
    yield overviewRow(result, html`<a href="${target}">${result.id}</a>`, names.length).text;
  }
  yield '</tbody></table></div>\n<p class="muted">* right given its inputs: judged with the reference in the place of a function that it calls.</p>\n';
}

function overviewRow({ status, score, functions }: SubmissionResult, link: Html, columns: number): Html {
  if (score === null) {
    const label = status === "not-gradable" ? "not gradable" : "grader fault";
    return html`<tr><td>${link}</td><td colspan="${columns}"><span class="mark none">${label}</span></td><td class="number">–</td></tr>`;
  }
  const marks = functions.map((one) => html`<td>${mark(one)}</td>`);
  return html`<tr><td>${link}</td>${marks}<td class="number">${formatPoints(score)}</td></tr>`;
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
