import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import type { CommentRow } from "../../gradebook/queries/commentsOn";
import { savedFor } from "../../gradebook/queries/savedFor";
import { type SubmissionPage, submissionPage } from "../../gradebook/queries/submissionPage";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { formatPoints } from "../../report/formatScore";
import { type Around, hasLine } from "../../report/html/commentedCode";
import { type Html, html } from "../../report/html/html";
import { submissionBody } from "../../report/html/submissionBody";
import { type ChosenPlace, commentForm, commentWithForm, savedButtons } from "./commentForms";
import { frame } from "./frame";
import { outcomeOf } from "./learnerView";
import { givenPoints, overrideForm, overrideTable, type Suggested } from "./overrideForms";
import { reviewsSection } from "./reviewsSection";
import { table } from "./table";

const texts = words.dashboard.submission;
const marking = words.dashboardMarking;

/** The titles of a run's checks, by id. */
export type TitlesOf = (slug: string) => Promise<ReadonlyMap<string, string>>;

/** What the address says beyond the submission. */
type Query = Readonly<Record<string, string | undefined>>;

/** What the parts of the page are made from. */
interface Shown {
  id: string;
  page: SubmissionPage;
  zone: string;
  /** The functions that were graded. */
  names: string[];
  /** Whether the learner's mark comes from this hand-in. */
  counts: boolean;
  /** The function whose submissions staff are going through. */
  of: string | null;
  /** A line, or a function, on which staff are about to comment. */
  chosen: ChosenPlace | null;
}

/**
 * One submission: verdict, code, what staff say and give, and how often it was graded. Names are hidden where the run is
 * anonymous.
 */
export async function submissionView(db: Db, id: string, titlesOf: TitlesOf, query: Query = {}): Promise<string> {
  const page = await submissionPage(db, id);
  const { zone } = await courseIn(db);
  const names = page.verdict?.result.functions.map(({ name }) => name) ?? [];
  const of = names.find((name) => name === query.function) ?? null;
  const counts = page.attempts.some((one) => one.counts);
  const shown: Shown = { id, page, zone, names, counts, of, chosen: chosenIn(query.at ?? of ?? "", names) };
  const saved = await savedFor(db, page.verdict);
  const inCode = isInCode(shown);
  const suggested = suggestedIn(query, saved.find((one) => one.id === query.saved)?.text ?? "", shown);
  const content = html`${about(shown)}
<div class="marking"><div>
<h2>${marking.submission.mark}</h2>
${markSection(shown)}
${reviewsSection(id, page.reviews, zone)}
<h2>${texts.verdict}</h2>
<div class="card student"><div class="body">${verdict(shown, await titlesOf(page.run.slug))}</div></div>
<h2>${marking.submission.overrides}</h2>
${overrideTable(page, zone)}
<h2>${marking.submission.handIns}</h2>
${handIns(shown)}
<h2>${texts.history}</h2>
${history(page, zone)}
</div><aside aria-label="${marking.submission.mark}">
<section id="comment"><h2>${marking.comment.title}</h2>${inCode ? null : commentForm(id, names, shown.chosen, of)}
<h3>${marking.comment.savedTitle}</h3>${savedButtons(saved)}<p><a href="/saved">${marking.comment.manage}</a></p></section>
<section id="override"><h2>${marking.override.title}</h2>${counts || names.length === 0 ? null : html`<p class="muted">${marking.override.notCounted}</p>`}
${overrideForm(id, counts ? names : [], page.mark.version, suggested, of)}</section>
</aside></div>`;
  return frame({ title: texts.title, runs: await runsInOrder(db), here: "" }, content);
}

/** `propagate:12`, or a function alone. */
function chosenIn(at: string, names: readonly string[]): ChosenPlace | null {
  const [, name, line] = /^(\w+)(?::(\d{1,7}))?$/.exec(at) ?? [];
  return names.includes(name) ? { name, line: line === undefined ? null : Number(line) } : null;
}

/** Whether the form for a comment stands below the line that was chosen. */
function isInCode({ page, chosen }: Shown): boolean {
  const code = page.verdict?.code.find(({ name }) => name === chosen?.name);
  return code !== undefined && chosen?.line != null && hasLine(code, chosen.line);
}

function suggestedIn({ override, points }: Query, reason: string, { names, of, counts }: Shown): Suggested {
  const asked = counts ? names.find((name) => name === (override ?? of)) : undefined;
  return { name: asked ?? "", points: points ?? "", reason };
}

function about({ id, page, zone, of }: Shown): Html {
  const { run, login, name, fileName, received } = page;
  const isHidden = run.anonymous === 1;
  const who = isHidden
    ? null
    : html`<a href="/learners/${encodeURIComponent(login)}"><bdi>${name || login}</bdi></a> · `;
  const file = isHidden ? marking.submission.file : html`<bdi>${fileName}</bdi>`;
  const next = `/submissions/${id}/next${of === null ? "" : `?function=${of}`}`;
  const question = of === null ? null : html` · <a href="/runs/${run.slug}/functions/${of}"><code>${of}</code></a>`;
  return html`<p class="muted">${who}<a href="/runs/${run.slug}">${run.title}</a>${question} · ${texts.received(showTime(received, zone))} · <a href="/submissions/${id}/file">${file}</a></p>
<p><a href="${next}" data-key="n">${marking.submission.next}</a></p>`;
}

function markSection({ id, page, zone, counts, of }: Shown): Html {
  const { raw, penalty, final, version } = page.mark;
  const { submission } = marking;
  const parts = [
    final === null ? submission.noMark : submission.markIs(formatPoints(final), formatPoints(page.run.maxScore)),
    ...(raw === null ? [] : [submission.raw(formatPoints(raw))]),
    ...(penalty > 0 ? [submission.penalty(formatPoints(penalty))] : []),
  ];
  const given = page.overrides.find(({ name, revoked }) => name === null && revoked === null);
  return html`<p>${parts.join(" · ")}</p>${counts ? null : html`<p class="muted">${submission.otherCounts}</p>`}
${given ? givenPoints(given, { submission: id, version, zone, of }) : null}`;
}

function verdict(shown: Shown, titles: ReadonlyMap<string, string>): Html {
  const { id, page, zone, names, of, chosen } = shown;
  const { comments } = page;
  const comment = (one: CommentRow): Html => commentWithForm(one, zone, of);
  if (page.verdict === null) return html`<p>${texts.noVerdict}</p>${comments.map(comment)}`;
  const inCode = isInCode(shown);
  const address = of === null ? "?at=" : `?function=${of}&at=`;
  const around: Around<CommentRow> = {
    comment,
    idOf: functionId,
    lineAddress: (name, line) => `${address}${name}:${line}#text`,
    afterLine: (name, line) =>
      inCode && chosen?.name === name && chosen.line === line
        ? html`<div class="comment">${commentForm(id, names, chosen, of)}</div>`
        : null,
    given(name) {
      const given = page.overrides.find((one) => one.name === name && one.revoked === null);
      return given ? givenPoints(given, { version: page.mark.version, zone, of }) : null;
    },
  };
  return submissionBody({ ...page.verdict, comments }, titles, around);
}

/** What a function can be found by on the page of a submission. */
export function functionId(name: string): string {
  return `function-${name}`;
}

/** What the learner handed in besides: what was said about that is not said here. */
function handIns({ id, page, zone, of }: Shown): Html {
  const { counts, yes, received } = words.dashboard.learner;
  const query = of === null ? "" : `?function=${of}`;
  const rows = page.handIns.map((one) => {
    const time = showTime(one.received, zone);
    const link = one.id === id ? html`${time}` : html`<a href="/submissions/${one.id}${query}">${time}</a>`;
    return html`<tr><th scope="row">${link}</th><td class="number">${one.comments}</td><td>${one.counts ? yes : ""}</td></tr>`;
  });
  return table([received, { figure: marking.question.comments }, counts], rows);
}

function history({ attempts }: SubmissionPage, zone: string): Html {
  const { score, counts, yes } = words.dashboard.learner;
  const rows = attempts.map(
    (one) =>
      html`<tr><th scope="row">${showTime(one.created, zone)}</th><td>${texts.reasons[one.why]}</td><td><code>${one.conditions.slice(0, 8)}</code></td><td>${outcomeOf(one)}</td><td>${one.counts ? yes : ""}</td></tr>`,
  );
  return table([texts.begun, texts.why, texts.conditions, score, counts], rows);
}
