import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { type PairLine, type Side, type SimilarPage, similarPage } from "../../gradebook/queries/similarPairs";
import { runNamed, runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import type { Comparer, Comparing } from "../../gradebook/similar/Comparer";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";
import { runNav } from "./runNav";

const texts = words.similar.page;

/** How many pairs are shown at first, and how many can be. */
const [few, many] = [20, 200];

/** Which hand-ins of a run are most alike, as far as they were compared. */
export async function similarView(db: Db, slug: string, comparer: Comparer, all: boolean): Promise<string> {
  const run = await runNamed(db, slug);
  const { zone } = await courseIn(db);
  const page = await similarPage(db, run, all ? many : few);
  const content = html`${runNav(run, "similar")}
<p>${texts.explain}</p>
${stateOf(page, comparer.stateOf(run), zone)}
${comparer.stateOf(run)?.state === "running" ? null : form(slug, page !== null)}
${page === null ? null : found(page, slug, all)}`;
  return frame({ title: texts.title(run.title), runs: await runsInOrder(db), here: "" }, content);
}

function stateOf(page: SimilarPage | null, comparing: Comparing | null, zone: string): Html[] {
  const said: Html[] = [];
  if (comparing?.state === "running") said.push(html`<p class="card warning" role="status">${texts.running}</p>`);
  else if (comparing) said.push(html`<p class="card warning" role="alert">${texts.failed(comparing.reason)}</p>`);
  else if (page === null) said.push(html`<p>${texts.none}</p>`);
  else if (page.isOutdated) said.push(html`<p class="card warning">${texts.outdated}</p>`);
  if (page) said.push(html`<p class="muted">${texts.compared(page.compared, showTime(page.at, zone))}</p>`);
  return said;
}

function form(slug: string, isAgain: boolean): Html {
  return html`<form method="post" action="/runs/${slug}/similar"><button>${isAgain ? texts.again : texts.compare}</button></form>`;
}

function found({ pairs, groups, notCompared }: SimilarPage, slug: string, all: boolean): Html {
  const more = !all && pairs.length === few;
  return html`<h2>${texts.pairs}</h2>
${pairs.length === 0 ? html`<p>${texts.nothing}</p>` : table(pairs, slug)}
${more ? html`<p><a href="/runs/${slug}/similar?all=1">${texts.more(many)}</a></p>` : null}
${groups.length === 0 ? null : html`<h2>${texts.groups}</h2><ul>${groups.map((group) => html`<li>${group.map(nameOf).flatMap((name, i) => (i === 0 ? [name] : [html`, `, name]))}</li>`)}</ul>`}
${notCompared.length === 0 ? null : html`<h2>${texts.notCompared}</h2>${notComparedTable(notCompared)}`}`;
}

function table(pairs: readonly PairLine[], slug: string): Html {
  const { percent } = words.similar.say;
  return html`<div class="card scroll" tabindex="0"><table><thead><tr><th scope="col" class="number">${texts.rank}</th><th scope="col" class="number">${texts.similarity}</th><th scope="col">${texts.one}</th><th scope="col">${texts.other}</th><th scope="col" class="number">${texts.notes}</th><th scope="col">${texts.open}</th></tr></thead><tbody>${pairs.map(
    ({ rank, similarity, left, right, notes }) =>
      html`<tr><th scope="row" class="number">${rank}</th><td class="number">${percent(similarity)}</td><td>${nameOf(left)}</td><td>${nameOf(right)}</td><td class="number">${notes === 0 ? "" : notes}</td><td><a data-row href="/runs/${slug}/similar/${left.submission}/${right.submission}">${left.login} · ${right.login}</a></td></tr>\n`,
  )}</tbody></table></div>`;
}

function nameOf({ login, name }: Pick<Side, "login" | "name">): Html {
  return html`<bdi>${name || login}</bdi> <span class="known"><bdi>${login}</bdi></span>`;
}

function notComparedTable(rows: SimilarPage["notCompared"]): Html {
  return html`<div class="card scroll" tabindex="0"><table><thead><tr><th scope="col">${texts.learner}</th><th scope="col">${texts.reason}</th></tr></thead><tbody>${rows.map(
    (one) =>
      html`<tr><th scope="row"><a href="/submissions/${one.submission}">${nameOf(one)}</a></th><td>${one.reason}</td></tr>`,
  )}</tbody></table></div>`;
}
