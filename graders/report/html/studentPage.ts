import { messageKey, translatedMessage } from "../../../src/check/translateAssignment";
import { words } from "../../../src/words/words";
import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { SubmissionResult } from "../../engine/results";
import { inTongue, titlesIn } from "../../engine/Tongue";
import { formatPoints, formatScore } from "../formatScore";
import type { Report } from "../Report";
import { asTold } from "../verdict";
import { type Html, html } from "./html";
import { page } from "./page";
import { student } from "./student";
import { submissionBody } from "./submissionBody";

/** The page that one student gets, in the language that students are told results in. */
export function studentPage(graded: GradedSubmission, report: Report): string {
  return inTongue(report.tongue, () => pageOf(graded, report)) ?? pageOf(graded, report);
}

function pageOf(graded: GradedSubmission, { assignment, titles: inEnglish, head, tongue }: Report): string {
  const texts = words.report.studentPage;
  const title = translatedMessage(tongue?.messages ?? {}, messageKey.title, assignment.title);
  const titles = titlesIn(
    tongue,
    Array.from(inEnglish, ([id, title]) => ({ id, title })),
  );
  const result = asTold(graded);
  const { id, name, status } = graded.result;
  const score = status === "graded" ? formatScore(graded.result) : texts.notGraded;
  const body = html`<main>
<h1>${title}</h1>
<p class="muted">${student(graded.result)} · ${texts.seed(head.seed)}</p>
<div class="tiles"><div class="card tile"><b>${score}</b><span class="muted">${texts.points}</span></div>${markTiles(graded.result)}</div>
<h2>${texts.functions}</h2>
<div class="card student"><div class="body">${submissionBody({ ...graded, result }, titles)}</div></div>
</main>`;
  return page(texts.title(name ?? id, title), body);
}

function markTiles({ mark }: SubmissionResult): Html[] {
  const texts = words.report.studentPage;
  if (!mark) return [];
  const final = mark.final === null ? texts.notGraded : formatPoints(mark.final);
  const penalty: [string, string][] = mark.penalty > 0 ? [[`−${formatPoints(mark.penalty)}`, texts.penalty]] : [];
  return [...penalty, [final, texts.mark]].map(
    ([value, label]) => html`<div class="card tile"><b>${value}</b><span class="muted">${label}</span></div>`,
  );
}
