import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { type ExtensionRow, extensionsIn } from "../../gradebook/queries/extensions";
import { type LateRow, lateIn } from "../../gradebook/queries/late";
import { runNamed, runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";
import { nextLink, paged } from "./paged";
import { runNav } from "./runNav";
import { learnerLink, table } from "./table";

const texts = words.dashboardStaff.late;

/** What the address says beyond the run. */
export interface LateQuery {
  /** Where each of the two tables begins. */
  from?: string;
  extensions?: string;
  /** Whose deadline is to be extended: the form has their login. */
  extend?: string;
}

/** Who was late in a run, what it costs, and who has a deadline of their own. */
export async function lateView(db: Db, slug: string, query: LateQuery): Promise<string> {
  const run = await runNamed(db, slug);
  const { zone, policy } = await courseIn(db);
  const late = paged(await lateIn(db, slug), query.from);
  const extensions = paged(await extensionsIn(db, run), query.extensions);
  const path = `/runs/${slug}/late`;
  const content = html`${runNav(run, "late")}
<p class="muted">${run.due === null ? words.dashboard.run.noDeadline : words.dashboard.run.due(showTime(run.due, zone), zone)}</p>
${late.shown.length === 0 ? html`<p>${texts.nobody}</p>` : lateTable(late.shown, zone, policy.per, slug)}
${late.next === null ? null : nextLink(path, { from: late.next })}
<h2>${texts.extendTitle}</h2>
${extendForm(slug, zone, query.extend ?? "")}
<h2>${texts.extensions}</h2>
${extensions.shown.length === 0 ? html`<p>${texts.noExtensions}</p>` : extensionTable(extensions.shown, zone)}
${extensions.next === null ? null : nextLink(path, { extensions: extensions.next })}`;
  return frame({ title: texts.title(run.title), runs: await runsInOrder(db), here: "" }, content);
}

function lateTable(rows: readonly LateRow[], zone: string, per: "day" | "hour", slug: string): Html {
  const figures = [texts.earned, texts.penalty, texts.final, texts.freeDays, texts.freeDaysLeft];
  const points = (value: number | null): string => (value === null ? "–" : formatPoints(value));
  return table(
    [
      texts.learner,
      texts.deadline,
      texts.received,
      texts.late,
      ...figures.map((figure) => ({ figure })),
      texts.extendTitle,
    ],
    rows.map((row) => {
      const { login, name, received, late, raw, penalty, final, freeDays, freeDaysLeft } = row;
      const deadline = showTime(row.deadline, zone);
      const address = `/runs/${slug}/late?extend=${encodeURIComponent(login)}#due`;
      return html`<tr><th scope="row">${learnerLink(row)}</th><td>${row.extended ? texts.extended(deadline) : deadline}</td><td>${showTime(received, zone)}</td><td>${words.gradebook.say.late(late, per)}</td><td class="number">${points(raw)}</td><td class="number">${points(penalty)}</td><td class="number">${points(final)}</td><td class="number">${freeDays}</td><td class="number">${freeDaysLeft}</td><td><a data-row-key="e" href="${address}" aria-label="${texts.extendLearner(name || login)}">${texts.extend}</a></td></tr>`;
    }),
  );
}

function extendForm(slug: string, zone: string, login: string): Html {
  return html`<form class="filter" method="post" action="/runs/${slug}/late">
<label>${texts.login}<input name="login" value="${login}" required autocomplete="off" data-key="e"></label>
<label>${texts.due(zone)}<input id="due" name="due" required autocomplete="off"></label>
<label>${texts.reason}<input name="reason" required autocomplete="off"></label>
<button>${texts.extendTitle}</button>
</form>`;
}

function extensionTable(rows: readonly ExtensionRow[], zone: string): Html {
  return table(
    [texts.learner, texts.columns.due, texts.columns.reason],
    rows.map(
      (row) =>
        html`<tr><th scope="row">${learnerLink(row)}</th><td>${showTime(row.due, zone)}</td><td>${row.reason}</td></tr>`,
    ),
  );
}
