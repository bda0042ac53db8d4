import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { type AuditFilter, type AuditPage, auditChoices, auditPage } from "../../gradebook/queries/auditPage";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";
import { nextLink } from "./paged";
import { selectField } from "./selectField";
import { table } from "./table";

const texts = words.dashboardStaff.audit;

/** Who changed what, the latest first. */
export async function auditView(db: Db, filter: AuditFilter): Promise<string> {
  const { zone } = await courseIn(db);
  const { rows, next } = await auditPage(db, filter);
  const content = html`<p class="muted">${texts.note}</p>
${filterForm(filter, await auditChoices(db))}
${rows.length === 0 ? html`<p>${texts.nothing}</p>` : deeds(rows, zone)}
${next === null ? null : nextLink("/audit", { ...filter, before: next })}`;
  return frame({ title: texts.title, runs: await runsInOrder(db), here: "/audit" }, content);
}

function filterForm({ what = "", by = "", about = "" }: AuditFilter, choices: { what: string[]; by: string[] }): Html {
  const options = (all: readonly string[]) => [["", texts.any] as const, ...all.map((one) => [one, one] as const)];
  return html`<form class="filter" method="get" action="/audit" role="search">
${selectField(texts.what, "what", options(choices.what), what)}
${selectField(texts.by, "by", options(choices.by), by)}
<label>${texts.about}<input type="search" name="about" value="${about}"></label>
<button>${texts.show}</button>
</form>`;
}

function deeds(rows: AuditPage["rows"], zone: string): Html {
  return table(
    [texts.at, texts.what, texts.by, texts.about, texts.before, texts.after],
    rows.map(
      ({ at, what, by, about, before, after }) =>
        html`<tr><th scope="row">${showTime(at, zone)}</th><td>${what}</td><td><bdi>${by}</bdi></td><td><a data-row href="/audit?about=${encodeURIComponent(about)}"><code>${about}</code></a></td><td class="json">${before ?? ""}</td><td class="json">${after ?? ""}</td></tr>`,
    ),
  );
}
