import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { type SubmissionPage, submissionPage } from "../../gradebook/queries/submissionPage";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import { submissionBody } from "../../report/html/submissionBody";
import { frame } from "./frame";
import { outcomeOf } from "./learnerView";

const texts = words.dashboard.submission;

/** The titles of a run's checks, by id. */
export type TitlesOf = (slug: string) => Promise<ReadonlyMap<string, string>>;

/** One submission: code, verdict, and how often it was graded. Names are hidden where the run is anonymous. */
export async function submissionView(db: Db, id: string, titlesOf: TitlesOf): Promise<string> {
  const page = await submissionPage(db, id);
  const { run, login, name, fileName, received, verdict } = page;
  const { zone } = await courseIn(db);
  const isHidden = run.anonymous === 1;
  const who = isHidden
    ? null
    : html`<a href="/learners/${encodeURIComponent(login)}"><bdi>${name || login}</bdi></a> · `;
  const file = isHidden ? null : html` · <bdi>${fileName}</bdi>`;
  const titles = await titlesOf(run.slug);
  const content = html`<p class="muted">${who}<a href="/runs/${run.slug}">${run.title}</a> · ${texts.received(showTime(received, zone))}${file}</p>
<h2>${texts.verdict}</h2>
<div class="card student"><div class="body">${verdict === null ? html`<p>${texts.noVerdict}</p>` : submissionBody(verdict, titles)}</div></div>
<h2>${texts.history}</h2>
${history(page, zone)}`;
  return frame({ title: texts.title, runs: await runsInOrder(db), here: "" }, content);
}

function history({ attempts }: SubmissionPage, zone: string): Html {
  const { score, counts, yes } = words.dashboard.learner;
  return html`<div class="card scroll" tabindex="0"><table><thead><tr><th scope="col">${texts.begun}</th><th scope="col">${texts.why}</th><th scope="col">${texts.conditions}</th><th scope="col">${score}</th><th scope="col">${counts}</th></tr></thead><tbody>${attempts.map(
    (one) =>
      html`<tr><th scope="row">${showTime(one.created, zone)}</th><td>${texts.reasons[one.why]}</td><td><code>${one.conditions.slice(0, 8)}</code></td><td>${outcomeOf(one)}</td><td>${one.counts ? yes : ""}</td></tr>`,
  )}</tbody></table></div>`;
}
