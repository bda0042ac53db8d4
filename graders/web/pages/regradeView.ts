import { words } from "../../../src/words/words";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { type RegradePage, regradePage } from "../../gradebook/queries/regradePage";
import { Refusal } from "../../gradebook/Refusal";
import { previewOf } from "../../gradebook/regrade/preview";
import { runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { type Html, html } from "../../report/html/html";
import type { Live } from "../Live";
import type { Asked } from "../Route";
import { frame } from "./frame";
import { liveStatus } from "./liveStatus";
import { previewSection, previewSummary } from "./previewSection";

const texts = words.dashboardStaff.regrade;

/** What the address says beyond the regrade. */
export interface RegradeQuery {
  /** Anything but nothing: what would change if nobody were lowered. */
  neverLower?: string;
  from?: string;
}

/**
 * A regrade: how far it is, what applying it would change, and the buttons for that.
 *
 * @param hasChanged after it could not be applied, because a mark had changed
 * @throws Refusal when there is no such regrade
 */
export async function regradeView(
  { store: { db }, live }: Pick<Asked, "store" | "live">,
  id: string,
  query: RegradeQuery,
  hasChanged = false,
): Promise<string> {
  const page = await regradePage(db, id);
  if (!page) throw new Refusal(texts.unknown);
  const { regrade, run } = page;
  const { zone } = await courseIn(db);
  const isOpen = regrade.state === "grading" || regrade.state === "ready";
  const content = html`<p class="muted"><a href="/runs/${run.slug}">${run.title}</a> · ${aboutOf(page, zone).join(" · ")}</p>
${regrade.undoes === null ? null : html`<p><a href="/regrades/${regrade.undoes}">${texts.undone}</a></p>`}
${hasChanged ? html`<p class="card warning" role="alert">${texts.changed}</p>` : null}
${isOpen ? await openSection(db, page, query, live) : settledSection(page)}`;
  const title = regrade.undoes === null ? texts.title(run.title) : texts.undoTitle(run.title);
  return frame({ title, runs: await runsInOrder(db), here: "" }, content);
}

function aboutOf({ regrade, waiting }: RegradePage, zone: string): string[] {
  const { state, at, by, applied, neverLower, undoes } = regrade;
  const isReady = state === "grading" && waiting === 0;
  return [
    texts.states[isReady ? "ready" : state],
    texts.begun(showTime(at, zone), by),
    ...(undoes === null ? [] : [texts.undoes]),
    ...(applied === null ? [] : [texts.appliedAt(showTime(applied, zone))]),
    ...(state === "applied" && neverLower === 1 ? [texts.neverLower] : []),
  ];
}

async function openSection(db: Db, page: RegradePage, query: RegradeQuery, live: Live): Promise<Html> {
  const { regrade, run, attempts, waiting } = page;
  const { id, undoes } = regrade;
  const drop = html`<form class="filter" method="post" action="/regrades/${id}/drop"><button>${texts.drop}</button></form>`;
  if (waiting > 0)
    return html`<p>${texts.howFar(attempts - waiting, attempts)}</p>${await liveStatus(live, run.slug)}${drop}`;
  const neverLower = undoes === null && query.neverLower !== undefined;
  const preview = await previewOf(db, regrade, neverLower);
  const other = neverLower
    ? html`<a href="/regrades/${id}">${texts.showAll}</a>`
    : html`<a href="/regrades/${id}?neverLower=1">${texts.showNeverLower}</a>`;
  return html`${previewSummary(preview)}
${neverLower ? html`<p>${texts.withoutLowering}</p>` : null}
${undoes === null ? html`<p>${other}</p>` : null}
<div class="buttons"><form class="filter" method="post" action="/regrades/${id}/apply">
<input type="hidden" name="seen" value="${preview.hash}">${neverLower ? html`<input type="hidden" name="neverLower" value="1">` : null}
<button>${neverLower ? texts.applyNeverLower : texts.applyAll}</button>
</form>${drop}</div>
${previewSection(preview, { path: `/regrades/${id}`, neverLower, from: query.from })}`;
}

/** Of one that was applied or dropped. */
function settledSection({ regrade, isLast, applied }: RegradePage): Html | null {
  if (regrade.state !== "applied") return null;
  const { up = 0, down = 0, same = 0 } = JSON.parse(applied?.after ?? "{}") as Record<string, number>;
  const undo = html`<form class="filter" method="post" action="/regrades/${regrade.id}/undo"><button>${texts.undo}</button></form>
<p class="muted">${texts.undoAbout}</p>`;
  return html`<h2>${texts.result}</h2><p>${texts.summary(up, down, same)}</p>${isLast ? undo : null}`;
}
