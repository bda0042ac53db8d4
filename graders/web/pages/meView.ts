import { words } from "../../../src/words/words";
import type { LearnerMark, LearnerRun, LearnerView } from "../../gradebook/learner/learnerView";
import type { ShownHandIn } from "../../gradebook/learner/shownHandIns";
import { showTime } from "../../gradebook/marks/parseTime";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import { prose } from "../../report/html/prose";
import { mark as markOf } from "../../report/html/submissionBody";
import { handInPath } from "../handIn/answerOf";
import { learnerLivePath } from "../livePath";
import { learnerFrame } from "./frame";
import { table } from "./table";

const texts = words.handIn;

/** All that a learner sees of the course: deadlines, hand-ins, verdicts, marks, and what can be done. */
export function meView(view: LearnerView, tokenMade: string | null): string {
  const { course, zone, freeDaysLeft, runs } = view;
  const about = [texts.times.zone(zone), ...(freeDaysLeft === null ? [] : [`${texts.freeDays(freeDaysLeft)}.`])];
  // What can be done comes first.
  const inOrder = [...runs.filter(({ state }) => state === "open"), ...runs.filter(({ state }) => state !== "open")];
  const waiting = runs.flatMap(({ handIns }) => handIns).filter(({ state }) => state === "waiting").length;
  const content = html`<p class="muted">${about.join(" ")}</p>
${ownStatus(waiting)}
${runs.length === 0 ? html`<p>${texts.noRuns}</p>` : inOrder.map((run) => section(run, view))}
${tokenSection(tokenMade, zone)}`;
  return learnerFrame({ title: course, here: "/me" }, content);
}

/** Whether something of the learner's waits; the script loads the page again when it is graded. */
export function ownStatus(waiting: number): Html | null {
  if (waiting === 0) return null;
  return html`<p class="card live" data-live="${learnerLivePath}" data-reload>${texts.handIns.waitingNow(waiting)} ${texts.handIns.loadAgain}</p>
<p class="card live" data-live-over role="status" hidden><a href="">${texts.handIns.over}</a></p>`;
}

function section(run: LearnerRun, { zone, per }: LearnerView): Html {
  const { slug, title, handIns, state } = run;
  return html`<section class="card" id="${slug}"><h2>${title}</h2>
<p class="muted">${timesOf(run, zone).join(" · ")}</p>
${run.mark === null ? lateSoFar(run, per) : markSection(run.mark, run, per)}
${handIns.length === 0 ? (state === "early" ? null : html`<p>${texts.handIns.none}</p>`) : html`<h3>${texts.handIns.title}</h3>${latestVerdict(handIns)}${handInTable(run, zone)}`}
${state === "open" ? handInForm(run) : null}
${handIns.length === 0 ? null : reviewSection(run, zone)}</section>`;
}

function timesOf({ opens, deadline, extension, closes, state, counts }: LearnerRun, zone: string): string[] {
  const { times } = texts;
  const show = (time: string | null): string => showTime(time ?? "", zone);
  return [
    ...(state === "early" ? [times.early(show(opens))] : []),
    deadline === null ? times.noDeadline : times.due(show(deadline)),
    ...(extension === null ? [] : [times.own(extension)]),
    ...(closes === null ? [] : [state === "closed" ? times.closed(show(closes)) : times.closes(show(closes))]),
    texts.counts[counts],
  ];
}

function lateSoFar({ late, freeDays, handIns }: LearnerRun, per: "day" | "hour"): Html | null {
  if (handIns.length === 0) return null;
  const units = words.gradebook.say.late(late, per);
  return html`${late === 0 ? null : html`<p>${texts.mark.lateSoFar(units, freeDays)}</p>`}<p class="muted">${texts.mark.notReleased}</p>`;
}

function markSection(
  { raw, penalty, final, maxScore, given }: LearnerMark,
  { late, freeDays }: LearnerRun,
  per: "day" | "hour",
): Html {
  const { mark } = texts;
  const whole = given.find(({ name }) => name === null);
  const why = [
    ...(raw === null || whole ? [] : [mark.earned(formatPoints(raw))]),
    ...(late > 0 ? [mark.late(words.gradebook.say.late(late, per), formatPoints(penalty), freeDays)] : []),
    ...given.map(({ name, points, reason }) =>
      name === null ? mark.given(formatPoints(points), reason) : mark.givenFor(name, formatPoints(points), reason),
    ),
  ];
  const is = final === null ? mark.none : mark.is(formatPoints(final), formatPoints(maxScore));
  return html`<h3>${mark.title}: ${is}</h3>${why.map((text) => html`<p>${prose(text)}</p>`)}`;
}

/** Function by function, of the last one that is graded. */
function latestVerdict(handIns: readonly ShownHandIn[]): Html | null {
  const last = handIns.findLast(({ counts }) => counts) ?? handIns.findLast(({ verdict }) => verdict !== null);
  if (!last?.verdict || last.verdict.functions.length === 0) return null;
  const items = last.verdict.functions.map(
    (one) =>
      html`<li><code>${one.name}</code> ${markOf(one)} <span class="muted">${words.report.statuses[one.status]}</span></li>`,
  );
  return html`<ul class="functions">${items}</ul>`;
}

function handInTable({ handIns, mark }: LearnerRun, zone: string): Html {
  const { received, file, verdict, all, counts, yes } = texts.handIns;
  const isReleased = mark !== null;
  const rows = handIns
    .toReversed()
    .map(
      (one) =>
        html`<tr><th scope="row"><a href="${handInPath(one.id)}">${showTime(one.received, zone)}</a>${one.latest === one.received ? null : html`<br>${words.dashboard.learner.again(showTime(one.latest, zone))}`}</th><td><bdi>${one.fileName}</bdi></td><td>${verdictOf(one)}</td>${isReleased ? html`<td>${one.counts ? yes : ""}</td>` : null}</tr>`,
    );
  return table([received, file, isReleased ? all : verdict, ...(isReleased ? [counts] : [])], rows);
}

function verdictOf({ state, verdict }: ShownHandIn): string {
  const { handIns } = texts;
  if (state === "waiting" || state === "fault") return handIns[state];
  const { points = null, maxPoints = 0, error = "" } = verdict ?? {};
  return points === null
    ? words.dashboard.learner.because(words.report.noScore["not-gradable"], error)
    : handIns.of(formatPoints(points), formatPoints(maxPoints));
}

function handInForm({ slug, title, perHour }: LearnerRun): Html {
  const { form } = texts;
  return html`<form class="filter" method="post" action="/hand-in" enctype="multipart/form-data" aria-label="${form.title}: ${title}">
<input type="hidden" name="run" value="${slug}">
<label>${form.file}<input type="file" name="file" required></label>
<button>${form.send}</button>
</form>
<p class="muted">${form.limit(perHour)}</p>`;
}

function reviewSection({ slug, title, review: asked }: LearnerRun, zone: string): Html {
  const { review } = texts;
  const isOpen = asked !== null && asked.closed === null;
  const before =
    asked === null
      ? null
      : html`<p>${isOpen ? review.asked(showTime(asked.at, zone)) : review.closed(showTime(asked.at, zone))}</p>
<div class="given"><div class="said">${prose(asked.text)}</div>${asked.answer === null ? null : html`<hr><div class="said">${prose(asked.answer)}</div>`}</div>`;
  const form = html`<details><summary>${review.title}</summary>
<form class="stacked" method="post" action="/me/reviews" aria-label="${review.title}: ${title}">
<input type="hidden" name="run" value="${slug}">
<p class="muted">${review.about}</p>
<label>${review.text}<textarea name="text" rows="4" required></textarea></label>
<button>${review.send}</button>
</form></details>`;
  return html`${before}${isOpen ? null : form}`;
}

function tokenSection(made: string | null, zone: string): Html {
  const { token } = texts;
  const isThere = made !== null;
  return html`<section class="card" id="token"><h2>${token.title}</h2>
<p>${prose(token.about)}</p>
<p class="muted">${isThere ? token.made(showTime(made, zone)) : token.none}</p>
<form class="filter" method="post" action="/me/token"><button name="do" value="make">${isThere ? token.replace : token.make}</button>${isThere ? html` <button name="do" value="revoke">${token.revoke}</button>` : null}</form>
</section>`;
}

/** The one page on which a token is ever shown. */
export function tokenView(token: string, origin: string): string {
  const say = texts.token;
  const content = html`<p>${say.shown}</p>
<pre tabindex="0"><code>${token}</code></pre>
<p>${prose(say.how)}</p>
<pre tabindex="0"><code>${say.command(origin)}</code></pre>
<p><a href="/me">${say.back}</a></p>`;
  return learnerFrame({ title: say.title, here: "" }, content);
}
