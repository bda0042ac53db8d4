import { words } from "../../../src/words/words";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type SavedRow, savedComments, savedSeenAs } from "../../gradebook/savedComment";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";

const texts = words.dashboardMarking.saved;

/** How many one page shows. */
const pageLength = 100;

/** Everything that staff have saved to be said again, and the forms that change it. */
export async function savedView(db: Db, after?: string): Promise<string> {
  const all = await savedComments(db);
  const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const shown = all.slice(from, from + pageLength);
  const last = shown.at(-1);
  const content = html`<p class="muted">${texts.about}</p>
<form class="card stacked" method="post" action="/saved">${fields({ name: null, text: "", points: null })}<button data-key="c">${texts.add}</button></form>
${shown.map(form)}
${last && from + pageLength < all.length ? html`<p><a rel="next" href="/saved?after=${last.id}">${texts.next}</a></p>` : null}`;
  return frame({ title: texts.title, runs: await runsInOrder(db), here: "/saved" }, content);
}

function form(saved: SavedRow): Html {
  const { id, misconception } = saved;
  return html`<form class="card stacked" id="saved-${id}" method="post" action="/saved/${id}">
<input type="hidden" name="seen" value="${savedSeenAs(saved)}">
${misconception === null ? null : html`<p class="known">${texts.after(misconception)}</p>`}${fields(saved)}
<div class="filter"><button name="do" value="edit">${texts.change}</button><button name="do" value="remove">${texts.remove}</button></div>
</form>`;
}

function fields({ name, text, points }: Pick<SavedRow, "name" | "text" | "points">): Html {
  return html`<label>${texts.text}<textarea name="text" rows="3">${text}</textarea></label>
<div class="filter"><label>${texts.function}<input name="place" value="${name ?? ""}"></label>
<label>${texts.points}<input class="short" name="points" inputmode="decimal" value="${points ?? ""}"></label></div>`;
}
