import { words } from "../../../src/words/words";
import { showTime } from "../../gradebook/marks/parseTime";
import type { RegradeRow, RunRow } from "../../gradebook/schema";
import { type Html, html } from "../../report/html/html";
import { selectField } from "./selectField";
import { table } from "./table";

const texts = words.dashboardStaff.run;

/** What staff do with a run as a whole: grade it again, release it, take the marks elsewhere. */
export function runActions(run: RunRow, faults: number, regrades: readonly RegradeRow[], zone: string): Html {
  const { slug, released } = run;
  return html`<h2 id="regrade">${texts.regradeTitle}</h2>
<p class="muted">${texts.regradeAbout}</p>
${regradeForm(run)}
${faults === 0 ? null : html`<form class="filter" method="post" action="/runs/${slug}/faults"><button>${texts.faults(faults)}</button></form>`}
${regrades.length === 0 ? html`<p>${texts.noRegrades}</p>` : regradeTable(regrades, zone)}
<h2>${texts.actions}</h2>
<p>${released === null ? html`<a href="/runs/${slug}/release">${texts.releaseLink}</a>` : texts.released}</p>
<p>${texts.export}: ${Object.entries(texts.formats).map(([format, name], i) => html`${i === 0 ? "" : " · "}<a href="/runs/${slug}/export/${format}">${name}</a>`)}</p>`;
}

function regradeForm({ slug, counts }: RunRow): Html {
  const { counting, all } = texts.onlies;
  const options = [["counting", counting] as const, ["all", all] as const];
  const field = selectField(texts.only, "only", options, counts === "best" ? "all" : "counting", "r");
  return html`<form class="filter" method="post" action="/runs/${slug}/regrades">${field}<button>${texts.regrade}</button></form>`;
}

function regradeTable(rows: readonly RegradeRow[], zone: string): Html {
  const { begun, by, kind, state } = texts.regradeColumns;
  return table(
    [begun, by, kind, state],
    rows.map(
      (row) =>
        html`<tr><th scope="row"><a data-row href="/regrades/${row.id}">${showTime(row.at, zone)}</a></th><td><bdi>${row.by}</bdi></td><td>${texts.kinds[row.undoes === null ? "regrade" : "undo"]}</td><td>${texts.states[row.state]}</td></tr>`,
    ),
  );
}
