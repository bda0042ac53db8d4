import { words } from "../../../src/words/words";
import { type ItemRow, itemsIn } from "../../gradebook/queries/items";
import { runNamed, runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";
import { runNav } from "./runNav";
import { table } from "./table";

const texts = words.dashboardStaff.items;

/** Below this, a function does not go together with the rest of its assignment. */
const lowest = 0.2;

/** How each function of a run behaves as a question. */
export async function itemsView(db: Db, slug: string): Promise<string> {
  const run = await runNamed(db, slug);
  const rows = await itemsIn(db, run);
  const content = html`${runNav(run, "items")}
<p class="muted">${texts.about}</p>
${rows.length === 0 ? html`<p>${texts.nothing}</p>` : items(rows, slug)}
<dl>${texts.meanings.map(([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl>`;
  return frame({ title: texts.title(run.title), runs: await runsInOrder(db), here: "" }, content);
}

function items(rows: readonly ItemRow[], slug: string): Html {
  const figures = [texts.correct, texts.facility, texts.itemRest, texts.followThrough, texts.handIns];
  return table(
    [texts.function, ...figures.map((figure) => ({ figure }))],
    rows.map((row) => {
      const { name, learners, correct, facility, followThrough } = row;
      return html`<tr><th scope="row"><a data-row href="/runs/${slug}/functions/${name}"><code>${name}</code></a></th><td class="number">${words.report.share(correct, learners)}</td><td class="number">${facility === null ? texts.worthNothing : texts.percent(facility)}</td>${itemRest(row)}<td class="number">${followThrough}</td><td class="number">${handIns(row)}</td></tr>`;
    }),
  );
}

function itemRest({ itemRest: known }: ItemRow): Html {
  if (known.kind !== "known") return html`<td>${texts.undefined[known.kind]}</td>`;
  const { r } = known;
  const low = r < lowest ? html`<span class="mark partial">${texts.low}</span> ` : null;
  return html`<td class="number">${low}${texts.r(r)}</td>`;
}

function handIns({ handIns: mean, got }: ItemRow): string {
  return mean === null ? texts.nobody : texts.handInsOf(mean, got);
}
