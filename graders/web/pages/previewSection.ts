import { words } from "../../../src/words/words";
import { pageLength } from "../../gradebook/queries/classPage";
import type { Preview } from "../../gradebook/regrade/preview";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import { nextLink, paged } from "./paged";
import { learnerLink, table } from "./table";

const texts = words.dashboardStaff.regrade;

/** Where the page is that shows a preview, and from which learner on. */
interface Place {
  path: string;
  neverLower: boolean;
  from?: string;
}

/** What a regrade would change, in figures. */
export function previewSummary({ up, down, same, largestLoss }: Preview): Html {
  const parts = [
    texts.summary(up, down, same),
    ...(largestLoss > 0 ? [texts.largestLoss(formatPoints(largestLoss))] : []),
  ];
  return html`<p><strong>${parts.join(" · ")}</strong></p>`;
}

/** Function by function, and learner by learner, a hundred at a time. */
export function previewSection(preview: Preview, { path, neverLower, from }: Place): Html {
  const { shown, next } = paged(preview.moves, from);
  const query = { ...(neverLower ? { neverLower: 1 } : {}), from: next ?? undefined };
  return html`<h2>${texts.parts}</h2>
${preview.parts.length === 0 ? html`<p>${texts.noParts}</p>` : parts(preview)}
<h2>${texts.moves}</h2>
${shown.length === 0 ? html`<p>${texts.noMoves}</p>` : moves(shown)}
${next === null ? null : nextLink(path, query)}
${preview.overrides.length === 0 ? null : overrides(preview)}
${preview.unmoved.length === 0 ? null : unmoved(preview)}`;
}

function parts({ parts: rows }: Preview): Html {
  const { function: name, learners, by } = texts.partColumns;
  return table(
    [name, { figure: learners }, { figure: by }],
    rows.map(
      (row) =>
        html`<tr><th scope="row"><code>${row.name}</code></th><td class="number">${row.moved}</td><td class="number">${signed(row.by)}</td></tr>`,
    ),
  );
}

function moves(rows: Preview["moves"]): Html {
  const { learner, run, before, after, by } = texts.moveColumns;
  return table(
    [learner, run, { figure: before }, { figure: after }, { figure: by }],
    rows.map(
      (row) =>
        html`<tr><th scope="row">${learnerLink(row)}</th><td>${row.slug}</td><td class="number">${points(row.before)}</td><td class="number">${points(row.after)}</td><td class="number">${signed((row.after ?? 0) - (row.before ?? 0))}</td></tr>`,
    ),
  );
}

function overrides({ overrides: rows }: Preview): Html {
  const { learner, what, given, before, after } = texts.overrideColumns;
  return html`<h2>${texts.overrides}</h2>
${first(rows.length)}${table(
  [learner, what, { figure: given }, { figure: before }, { figure: after }],
  rows
    .slice(0, pageLength)
    .map(
      (row) =>
        html`<tr><th scope="row">${learnerLink({ login: row.login, name: "" })}</th><td>${row.name === null ? texts.wholeMark : html`<code>${row.name}</code>`}</td><td class="number">${points(row.points)}</td><td class="number">${points(row.before)}</td><td class="number">${points(row.after)}</td></tr>`,
    ),
)}`;
}

function unmoved({ unmoved: rows }: Preview): Html {
  return html`<h2>${texts.unmoved}</h2>
${first(rows.length)}${table(
  [texts.unmovedColumns.learner, texts.unmovedColumns.why],
  rows
    .slice(0, pageLength)
    .map(
      ({ login, kind, message }) =>
        html`<tr><th scope="row">${learnerLink({ login, name: "" })}</th><td>${texts.because(texts.kinds[kind], message)}</td></tr>`,
    ),
)}`;
}

/** More than a hundred of these are a reason not to apply, and are not listed. */
function first(count: number): Html | null {
  return count > pageLength ? html`<p class="muted">${texts.first(pageLength, count)}</p>` : null;
}

function points(value: number | null): string {
  return value === null ? "–" : formatPoints(value);
}

function signed(by: number): string {
  return by > 0 ? `+${formatPoints(by)}` : formatPoints(by).replace("-", "−");
}
