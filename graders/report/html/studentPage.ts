import { words } from "../../../src/words/words";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { SubmissionResult } from "../../engine/results";
import { formatPoints, formatScore } from "../formatScore";
import type { Report } from "../Report";
import { type Html, html } from "./html";
import { page } from "./page";
import { student } from "./student";
import { submissionBody } from "./submissionBody";

const texts = words.report.studentPage;

/** The page that one student gets. */
export function studentPage(graded: GradedSubmission, { assignment, titles, head }: Report): string {
  const { id, name, status } = graded.result;
  const score = status === "graded" ? formatScore(graded.result) : texts.notGraded;
  const body = html`<main>
<h1>${assignment.title}</h1>
<p class="muted">${student(graded.result)} · ${texts.seed(head.seed)}</p>
<div class="tiles"><div class="card tile"><b>${score}</b><span class="muted">${texts.points}</span></div>${markTiles(graded.result)}</div>
<h2>${texts.functions}</h2>
<div class="card student"><div class="body">${submissionBody(graded, titles)}</div></div>
</main>`;
  return page(texts.title(name ?? id, assignment.title), body);
}

function markTiles({ mark }: SubmissionResult): Html[] {
  if (!mark) return [];
  const final = mark.final === null ? texts.notGraded : formatPoints(mark.final);
  const penalty: [string, string][] = mark.penalty > 0 ? [[`−${formatPoints(mark.penalty)}`, texts.penalty]] : [];
  return [...penalty, [final, texts.mark]].map(
    ([value, label]) => html`<div class="card tile"><b>${value}</b><span class="muted">${label}</span></div>`,
  );
}
