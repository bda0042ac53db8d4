import { words } from "../../../src/words/words";
import type { RunRow } from "../../gradebook/schema";
import { type Html, html } from "../../report/html/html";

const texts = words.dashboardLive.handIn;

/** Staff hand in for a learner: what came by e-mail, or was found on a disk. */
export function handInForm(login: string, runs: readonly Pick<RunRow, "slug" | "title">[], zone: string): Html {
  return html`<details class="card"><summary>${texts.title}</summary>
<form class="filter" method="post" action="/learners/${encodeURIComponent(login)}/hand-ins" enctype="multipart/form-data">
<label>${texts.run}<select name="run">${runs.map(({ slug, title }) => html`<option value="${slug}">${title}</option>`)}</select></label>
<label>${texts.file}<input type="file" name="file" required></label>
<label>${texts.received(zone)}<input name="received" placeholder="2026-12-01 20:00"></label>
<button>${texts.send}</button>
</form></details>`;
}
