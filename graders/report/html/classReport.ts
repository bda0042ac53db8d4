import type { Assignment } from "../../../src/check/contract";
import { words } from "../../../src/words/words";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { SubmissionResult } from "../../engine/results";
import { formatPoints, formatScore, noScore } from "../formatScore";
import type { Report } from "../Report";
import { safeName } from "../safeName";
import { chartScripts } from "./charts";
import { type Html, html } from "./html";
import { pageChunks } from "./page";
import { prose } from "./prose";
import { type Statistics, statisticsOf } from "./statistics";
import { student } from "./student";
import { mark, submissionBody } from "./submissionBody";

const { classPage: texts, tiles: labels } = words.report;

/** Up to this many submissions are shown on the class page itself; in a larger class, each has its own page. */
const inlineLimit = 100;

/** The page for a whole class: how it did, what went wrong most, and every submission with its code. */
export function classReport(report: Report): Iterable<string> {
  const statistics = statisticsOf(report.submissions());
  const scripts = chartScripts(statistics, report.maxScore);
  return pageChunks(texts.title(report.assignment.title), bodyChunks(report, statistics), scripts);
}

function* bodyChunks(report: Report, statistics: Statistics): Generator<string> {
  const { head, assignment, count } = report;
  const { nablab, node } = head.versions;
  const details = [texts.seed(head.seed), texts.versions(nablab, node), texts.walls[head.sandbox ?? "node"]];
  yield html`<main>
<h1>${assignment.title}</h1>
<p class="muted">${texts.assignment(assignment.number)}, <code>${head.assignment}</code> · ${details.join(" · ")}</p>
${tiles(statistics, count)}
<h2>${texts.class}</h2>
<div class="charts">
<div class="card"><h3>${texts.scores}</h3><div id="scores"></div></div>
<div class="card"><h3>${texts.functions}</h3><div id="functions"></div></div>
<div class="card wide"><h3>${texts.checks}</h3><div id="checks"></div></div>
<div class="card wide"><h3>${texts.misconceptions}</h3>${misconceptionTable(statistics)}</div>
${remarkCard(statistics, assignment)}
</div>
<h2>${texts.overview}</h2>
`.text;
  yield* overview(report);
  if (count <= inlineLimit) {
    yield html`<h2>${texts.submissions}</h2>\n`.text;
    for (const one of report.submissions()) yield submissionDetails(one, report.titles).text;
  }
  yield "</main>\n";
}

function tiles({ scores, mean, median, fullMarks, notGradable, faults, notHandedIn }: Statistics, total: number): Html {
  const figures: [string, string | number][] = [
    [labels.submissions, total],
    [labels.mean, mean === null ? "–" : formatPoints(mean)],
    [labels.median, median === null ? "–" : formatPoints(median)],
    [labels.fullMarks, words.report.share(fullMarks, scores.length)],
    [labels.notGradable, notGradable],
  ];
  if (notHandedIn > 0) figures.push([labels.notHandedIn, notHandedIn]);
  if (faults > 0) figures.push([labels.faults, faults]);
  return html`<div class="tiles">${figures.map(
    ([label, value]) => html`<div class="card tile"><b>${value}</b><span class="muted">${label}</span></div>`,
  )}</div>`;
}

function misconceptionTable({ misconceptions }: Statistics): Html {
  if (misconceptions.length === 0) return html`<p class="muted">${texts.noMisconception}</p>`;
  return countTable(misconceptions.slice(0, 15));
}

/** Null if no rule was violated: most assignments have few rules. */
function remarkCard({ remarks }: Statistics, { functions }: Assignment): Html | null {
  if (remarks.length === 0) return null;
  const messages = new Map(functions.flatMap(({ rules = [] }) => rules.map(({ id, message }) => [id, message])));
  const rows = remarks.map(({ id, count }) => ({ id, count, message: messages.get(id) ?? "" }));
  return html`<div class="card wide"><h3>${texts.remarks}</h3>${countTable(rows)}</div>`;
}

function countTable(rows: readonly { id: string; message: string; count: number }[]): Html {
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th class="number">${texts.students}</th><th>${texts.message}</th></tr></thead>
<tbody>${rows.map(
    ({ id, message, count }) =>
      html`<tr><td class="number">${count}</td><td>${prose(message)} <span class="known">${id}</span></td></tr>`,
  )}</tbody></table></div>`;
}

function* overview({ assignment, submissions, count, marked = false }: Report): Generator<string> {
  const names = assignment.functions.map(({ name }) => name);
  yield html`<div class="card scroll" tabindex="0"><table><thead><tr><th>${texts.student}</th>${names.map(
    (name) => html`<th>${name}</th>`,
  )}<th class="number">${texts.total}</th>${marked ? html`<th class="number">${texts.mark}</th>` : null}</tr></thead><tbody>`
    .text;
  for (const { result } of submissions()) {
    const target = count <= inlineLimit ? `#${anchorOf(result.id)}` : `students/${safeName(result.id)}.html`;
    yield overviewRow(result, html`<a href="${target}">${student(result)}</a>`, names.length, marked).text;
  }
  yield html`</tbody></table></div>\n<p class="muted">${texts.footnote}</p>\n`.text;
}

function overviewRow(
  { status, score, functions, mark: counted }: SubmissionResult,
  link: Html,
  columns: number,
  marked: boolean,
): Html {
  const final = counted?.final ?? null;
  const last = marked ? html`<td class="number">${final === null ? "–" : formatPoints(final)}</td>` : null;
  if (score === null) {
    return html`<tr><td>${link}</td><td colspan="${columns}"><span class="mark none">${noScore(status)}</span></td><td class="number">–</td>${last}</tr>`;
  }
  const marks = functions.map((one) => html`<td>${mark(one)}</td>`);
  return html`<tr><td>${link}</td>${marks}<td class="number">${formatPoints(score)}</td>${last}</tr>`;
}

function submissionDetails(graded: GradedSubmission, titles: ReadonlyMap<string, string>): Html {
  const { result } = graded;
  const label = result.score === null ? html`<span class="mark none">${texts.notGraded}</span>` : null;
  return html`<details class="student card" id="${anchorOf(result.id)}"><summary><span class="name">${student(result)}</span>${label}<span class="score">${
    result.score === null ? "" : formatScore(result)
  }</span></summary><div class="body">${result.file === undefined ? null : html`<p class="known"><bdi>${result.file}</bdi></p>`}${submissionBody(graded, titles)}</div></details>
`;
}

/** An id that is safe in a link, whatever the student is called. */
function anchorOf(id: string): string {
  return `student-${Buffer.from(id).toString("hex")}`;
}
