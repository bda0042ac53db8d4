import { words } from "../../../src/words/words";
import { type Html, html } from "../../report/html/html";
import type { Live, LiveState } from "../Live";
import { livePath } from "../livePath";

const texts = words.dashboardLive.waiting;

/**
 * How far grading is, on a page: the script keeps it up to date, and without it the page says of when it is.
 *
 * @param slug of one run; all of them by default
 */
export async function liveStatus(live: Live, slug?: string): Promise<Html> {
  const state = await live.look();
  const text = liveText(state, slug);
  const shown = text === "" ? "" : `${text} ${texts.asOf(await live.time())}`;
  const asked = [...(slug === undefined ? [] : [`run=${slug}`]), ...(waitingIn(state, slug) > 0 ? ["waiting"] : [])];
  const path = asked.length === 0 ? livePath : `${livePath}?${asked.join("&")}`;
  return html`<p class="card live" data-live="${path}"${text === "" ? html` hidden` : null}>${shown}</p>
<p class="card live" data-live-over role="status" hidden><a href="">${texts.over}</a></p>`;
}

/** In words; empty where nothing waits, and nothing has failed. */
export function liveText({ grader, waiting, blocked, unserved, faults, perMinute }: LiveState, slug?: string): string {
  const isShown = (row: { slug: string }): boolean => slug === undefined || row.slug === slug;
  const stuck = blocked.filter(isShown);
  const alone = sumOf(unserved.filter(isShown));
  const count = sumOf(waiting.filter(isShown)) - sumOf(stuck) - alone;
  const failed = sumOf(faults.filter(isShown));
  const rate = sumOf([...perMinute].map(([of, many]) => ({ slug: of, count: many })).filter(isShown));
  return [
    ...(count > 0 ? [waitingText(grader, count, slug)] : []),
    ...(count > 0 && rate >= 1 ? [texts.rate(Math.round(rate), Math.round(count / rate))] : []),
    ...(alone > 0 ? [texts.unserved(alone)] : []),
    ...stuck.map((row) => texts.otherVersion(row.count, row.slug)),
    ...(failed > 0 ? [texts.faults(failed)] : []),
  ].join(" ");
}

/** How many wait, of those that are shown. */
export function waitingIn({ waiting }: LiveState, slug?: string): number {
  return sumOf(waiting.filter((row) => slug === undefined || row.slug === slug));
}

function waitingText(grader: LiveState["grader"], count: number, slug = "<run>"): string {
  if (grader.kind === "stopped") return texts.stopped(count, grader.message);
  if (grader.kind === "workers") return texts.workers(count, grader.count);
  if (grader.kind === "nobody") return texts.nobody(count, slug);
  return texts[grader.kind](count);
}

function sumOf(rows: readonly { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
