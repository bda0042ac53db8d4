import { words } from "../../../src/words/words";
import type { ImportSummary, RosterFormat } from "../../gradebook/importRoster";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";

const texts = words.dashboardStaff.roster;

/** More names are not read on a page. */
const most = 200;

/** A roster that waits to be imported. */
export interface Pending {
  file: string;
  from: RosterFormat;
  /** The table itself, so that nothing has to be kept until it is imported. */
  packed: string;
}

/** What a roster would change, and the button that lets it. */
export async function rosterView(db: Db, { file, from, packed }: Pending, summary: ImportSummary): Promise<string> {
  const { added, changed, gone, same } = summary;
  const content = html`<p>${texts.summary(added.length, changed.length, same, gone.length)}</p>
${added.length + changed.length === 0 ? html`<p>${texts.nothing}</p>` : null}
${names(texts.added, added)}
${names(
  texts.changed,
  changed.map(({ login, fields }) => texts.changedOne(login, fields)),
)}
${names(texts.gone, gone)}
<form class="filter" method="post" action="/people/roster/import">
<input type="hidden" name="file" value="${file}"><input type="hidden" name="from" value="${from}"><input type="hidden" name="packed" value="${packed}">
<button>${texts.import}</button> <a href="/people">${words.dashboardStaff.person.back}</a>
</form>`;
  return frame({ title: texts.title(file), runs: await runsInOrder(db), here: "" }, content);
}

function names(title: string, all: readonly string[]): Html | null {
  if (all.length === 0) return null;
  const more = all.length > most ? html`<li>${texts.more(all.length - most)}</li>` : null;
  return html`<h2>${title}</h2><ul>${all.slice(0, most).map((one) => html`<li><bdi>${one}</bdi></li>`)}${more}</ul>`;
}
