import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { type ClassFilter, type ClassRow, classPage, sectionsIn } from "../../gradebook/queries/classPage";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import type { RunRow } from "../../gradebook/schema";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import type { Live } from "../Live";
import { frame } from "./frame";
import { liveStatus } from "./liveStatus";

const texts = words.dashboard.class;

/** Who stands where in which run, a hundred learners at a time. */
export async function classView(db: Db, query: Record<string, string | undefined>, live: Live): Promise<string> {
  const { title } = await courseIn(db);
  const [runs, sections] = [await runsInOrder(db), await sectionsIn(db)];
  const filter = filterOf(query);
  const { rows, next } = await classPage(db, runs, filter);
  const content = html`${await liveStatus(live)}
${filterForm(filter, sections)}
${rows.length === 0 ? html`<p>${texts.nobody}</p>` : table(rows, runs)}
${next === null ? null : html`<p><a rel="next" href="/?${addressOf({ ...filter, after: next })}">${texts.next}</a></p>`}`;
  return frame({ title, runs, here: "/" }, content);
}

/** What is empty asks for nothing. */
function filterOf({ section, find, after }: Record<string, string | undefined>): ClassFilter {
  const given = Object.entries({ section, find: find?.trim(), after }).filter(([, text]) => text);
  return Object.fromEntries(given);
}

function addressOf(filter: ClassFilter): string {
  return new URLSearchParams(filter as Record<string, string>).toString();
}

function filterForm({ section, find = "" }: ClassFilter, sections: readonly string[]): Html {
  const option = (value: string, text: string): Html =>
    value === (section ?? "")
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`;
  return html`<form class="filter" method="get" action="/" role="search">
<label>${texts.find}<input type="search" name="find" value="${find}"></label>
<label>${texts.section}<select name="section">${option("", texts.allSections)}${sections.map((one) =>
    option(one, one),
  )}</select></label>
<button>${texts.show}</button>
</form>`;
}

function table(rows: readonly ClassRow[], runs: readonly RunRow[]): Html {
  const points = (value: number | null): string => (value === null ? "–" : formatPoints(value));
  return html`<div class="card scroll" tabindex="0"><table><thead><tr><th scope="col">${texts.learner}</th><th scope="col">${texts.section}</th>${runs.map(
    ({ slug, title, maxScore }) =>
      html`<th scope="col" class="number"><a href="/runs/${slug}">${title}</a> / ${formatPoints(maxScore)}</th>`,
  )}<th scope="col" class="number">${texts.total}</th></tr></thead><tbody>${rows.map(
    ({ login, name, section, finals, total }) =>
      html`<tr><th scope="row"><a data-row href="/learners/${encodeURIComponent(login)}"><bdi>${name || login}</bdi></a> <span class="known"><bdi>${login}</bdi></span></th><td>${section ?? ""}</td>${finals.map(
        (final) => html`<td class="number">${points(final)}</td>`,
      )}<td class="number">${points(total)}</td></tr>\n`,
  )}</tbody></table></div>`;
}
