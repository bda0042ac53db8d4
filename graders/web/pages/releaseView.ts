import { words } from "../../../src/words/words";
import { countsIn } from "../../gradebook/queries/runPage";
import { runNamed, runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import { html } from "../../report/html/html";
import { frame } from "./frame";

const texts = words.dashboardStaff.release;

/** What releasing marks means, before they are released. */
export async function releaseView(db: Db, slug: string): Promise<string> {
  const run = await runNamed(db, slug);
  const { learners, marked, waiting } = await countsIn(db, run.id);
  const content = html`<p>${texts.about}</p>
${waiting > 0 ? html`<p class="card warning">${texts.waiting(waiting)}</p>` : null}
${learners > marked ? html`<p>${texts.withoutMark(learners - marked)}</p>` : null}
<form class="filter" method="post" action="/runs/${slug}/release"><button>${texts.button}</button> <a href="/runs/${slug}">${texts.back}</a></form>`;
  return frame({ title: texts.title(run.title), runs: await runsInOrder(db), here: "" }, content);
}
