import { words } from "../../../src/words/words";
import { showTime } from "../../gradebook/marks/parseTime";
import type { SubmissionPage } from "../../gradebook/queries/submissionPage";
import type { Gradebook } from "../../gradebook/schema";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import { ofField } from "./commentForms";
import { table } from "./table";

const texts = words.dashboardMarking;

type OverrideRow = Gradebook["override"];

/** What the form has in it when the page is opened. */
export interface Suggested {
  name: string;
  points: string;
  reason: string;
}

/** The form that gives points: for the run, or for a function of the hand-in that counts. */
export function overrideForm(
  submission: string,
  names: readonly string[],
  version: number,
  { name, points, reason }: Suggested,
  of: string | null,
): Html {
  const option = (value: string, text: string): Html =>
    value === name
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`;
  return html`<form class="stacked" method="post" action="/submissions/${submission}/override">
${ofField(of)}<input type="hidden" name="version" value="${version}">
<div class="filter"><label>${texts.override.of}<select name="name" data-key="o">${option("", texts.override.run)}${names.map((one) => option(one, one))}</select></label>
<label>${texts.override.points}<input class="short" name="points" inputmode="decimal" value="${points}"></label></div>
<label>${texts.override.reason}<textarea name="reason" rows="2">${reason}</textarea></label>
<button>${texts.override.give}</button>
</form>`;
}

/** Points that staff gave, beside the grader's own, and the button that takes them back. */
export function givenPoints(
  { submission: at, name, points, automatic, reason, by, at: when }: OverrideRow,
  {
    submission = at,
    version,
    zone,
    of,
  }: { submission?: string | null; version: number; zone: string; of: string | null },
): Html {
  const own = automatic === null ? texts.submission.none : formatPoints(automatic);
  return html`<div class="given"><b>${texts.submission.given(formatPoints(points), own)}</b>
<p>${reason} <span class="known">${texts.byAt(by, showTime(when, zone))}</span></p>
<form method="post" action="/submissions/${submission ?? ""}/revoke">${ofField(of)}<input type="hidden" name="name" value="${name ?? ""}"><input type="hidden" name="version" value="${version}"><button aria-label="${texts.submission.revokeOf(name)}">${texts.submission.revoke}</button></form></div>`;
}

/** Every override of a submission and of its learner's run, those that were revoked too. */
export function overrideTable({ overrides }: Pick<SubmissionPage, "overrides">, zone: string): Html {
  const { submission } = texts;
  if (overrides.length === 0) return html`<p>${submission.noOverrides}</p>`;
  const rows = overrides.map(
    ({ name, points, automatic, reason, by, at, revoked }) =>
      html`<tr><th scope="row">${name === null ? submission.wholeRun : html`<code>${name}</code>`}</th><td>${formatPoints(points)}</td><td>${automatic === null ? submission.none : formatPoints(automatic)}</td><td>${reason}</td><td>${texts.byAt(by, showTime(at, zone))}</td><td>${revoked === null ? "" : showTime(revoked, zone)}</td></tr>`,
  );
  const { of, points, automatic, reason, by, revoked } = submission;
  return table([of, points, automatic, reason, by, revoked], rows);
}
