import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { pageLength } from "../../gradebook/queries/classPage";
import { keyOfGroup } from "../../gradebook/queries/questionGroups";
import { regradesIn } from "../../gradebook/queries/regradePage";
import { type RunPage, runPage } from "../../gradebook/queries/runPage";
import { runNamed, runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import type { RunRow } from "../../gradebook/schema";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import type { Live } from "../Live";
import { frame } from "./frame";
import { liveStatus } from "./liveStatus";
import { runActions } from "./runActions";
import { runNav } from "./runNav";
import { learnerLink } from "./table";

const texts = words.dashboard.run;

/** One run: how it went, what went wrong most, and what has no verdict. */
export async function runView(db: Db, slug: string, live: Live): Promise<string> {
  const run = await runNamed(db, slug);
  const { zone } = await courseIn(db);
  const page = await runPage(db, run);
  const content = html`${runNav(run, "run")}
<p class="muted">${factsOf(run, zone).join(" · ")}</p>
${await liveStatus(live, slug)}
${page.conditions.length > 1 ? html`<p class="card warning">${texts.mixed(page.conditions.length)} <a href="#regrade">${words.dashboardStaff.run.regradeTitle}</a></p>` : null}
${tiles(page)}
<h2>${texts.distribution}</h2>
${distribution(page.finals, run.maxScore)}
<h2>${texts.functions}</h2>
${functions(page, slug)}
<h2>${texts.misconceptions}</h2>
${misconceptions(page, slug)}
<h2>${texts.troubles}</h2>
${troubles(page)}
${runActions(run, page.faults, await regradesIn(db, run), zone)}`;
  return frame({ title: run.title, runs: await runsInOrder(db), here: `/runs/${slug}` }, content);
}

function factsOf({ due, closes, counts, seed, released }: RunRow, zone: string): string[] {
  return [
    due === null ? texts.noDeadline : texts.due(showTime(due, zone), zone),
    ...(closes === null ? [] : [texts.closes(showTime(closes, zone))]),
    texts.counts[counts],
    texts.seed(seed),
    released === null ? texts.notReleased : texts.released(showTime(released, zone)),
  ];
}

function tiles({ learners, handedIn, waiting, finals }: RunPage): Html {
  const mean = finals.length === 0 ? "–" : formatPoints(finals.reduce((sum, one) => sum + one, 0) / finals.length);
  const middle = finals.length === 0 ? "–" : formatPoints(medianOf(finals));
  const figures: [string, string | number][] = [
    [texts.handedIn, words.report.share(handedIn, learners)],
    [words.report.tiles.mean, mean],
    [words.report.tiles.median, middle],
    ...(waiting > 0 ? [[texts.waiting, waiting] as [string, number]] : []),
  ];
  return html`<div class="tiles">${figures.map(
    ([label, value]) => html`<div class="card tile"><b>${value}</b><span class="muted">${label}</span></div>`,
  )}</div>`;
}

/** @param sorted ascending, and not empty */
function medianOf(sorted: readonly number[]): number {
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** Ten ranges of marks, as a table whose bars say nothing that the figures do not. */
function distribution(finals: readonly number[], maxScore: number): Html {
  const rangeOf = (mark: number): number => Math.min(9, Math.floor((10 * mark) / (maxScore || 1)));
  const counts = Array.from({ length: 10 }, (_, i) => finals.filter((mark) => rangeOf(mark) === i).length);
  const most = Math.max(1, ...counts);
  const edge = (i: number): string => formatPoints((maxScore * i) / 10);
  return html`<div class="card scroll" tabindex="0"><table><thead><tr><th scope="col">${texts.marks}</th><th scope="colgroup" colspan="2">${texts.learners}</th></tr></thead><tbody>${counts.map(
    (count, i) =>
      html`<tr><th scope="row">${edge(i)}–${edge(i + 1)}</th><td class="number">${count}</td><td>${bar(count / most)}</td></tr>`,
  )}</tbody></table></div>`;
}

function bar(share: number): Html {
  return html`<svg class="bar" width="240" height="14" viewBox="0 0 240 14" aria-hidden="true"><rect width="${Math.round(240 * share)}" height="14" rx="3"/></svg>`;
}

function functions({ functions: rows }: RunPage, slug: string): Html {
  if (rows.length === 0) return html`<p>${texts.nothing}</p>`;
  return html`<div class="card scroll" tabindex="0"><table><thead><tr><th scope="col">${texts.function}</th><th scope="col" class="number">${texts.correct}</th><th scope="col" class="number">${texts.facility}</th></tr></thead><tbody>${rows.map(
    ({ name, learners, correct, facility }) =>
      html`<tr><th scope="row"><a data-row href="/runs/${slug}/functions/${name}"><code>${name}</code></a></th><td class="number">${words.report.share(correct, learners)}</td><td class="number">${facility === null ? "–" : texts.percent(facility)}</td></tr>`,
  )}</tbody></table></div>`;
}

function misconceptions({ misconceptions: rows }: RunPage, slug: string): Html {
  if (rows.length === 0) return html`<p>${words.report.classPage.noMisconception}</p>`;
  return html`<div class="card scroll" tabindex="0"><table><thead><tr><th scope="col" class="number">${texts.learners}</th><th scope="col">${texts.function}</th><th scope="col">${texts.misconception}</th></tr></thead><tbody>${rows.map(
    ({ name, misconception, status, learners }) =>
      html`<tr><td class="number">${learners}</td><td><a data-row href="/runs/${slug}/functions/${name}?group=${encodeURIComponent(keyOfGroup({ status, misconception }))}"><code>${name}</code></a></td><td>${misconception}</td></tr>`,
  )}</tbody></table></div>`;
}

function troubles({ troubles: rows }: RunPage): Html {
  if (rows.length === 0) return html`<p>${texts.noTroubles}</p>`;
  const first = rows.length > pageLength ? html`<p>${texts.first(pageLength, rows.length)}</p>` : null;
  return html`${first}<div class="card scroll" tabindex="0"><table><thead><tr><th scope="col">${words.dashboard.class.learner}</th><th scope="col">${texts.outcome}</th><th scope="col">${texts.reason}</th></tr></thead><tbody>${rows
    .slice(0, pageLength)
    .map(
      ({ login, name, kind, message }) =>
        html`<tr><th scope="row">${learnerLink({ login, name })}</th><td>${texts.kinds[kind]}</td><td>${message}</td></tr>`,
    )}</tbody></table></div>`;
}
