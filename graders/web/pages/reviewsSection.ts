import { words } from "../../../src/words/words";
import { showTime } from "../../gradebook/marks/parseTime";
import type { Gradebook } from "../../gradebook/schema";
import { type Html, html } from "../../report/html/html";
import { prose } from "../../report/html/prose";

const texts = words.handIn.review;

/** What the learner has asked about the run, with a form that closes what is open. Without a name: the run may hide it. */
export function reviewsSection(submission: string, reviews: readonly Gradebook["review"][], zone: string): Html | null {
  if (reviews.length === 0) return null;
  return html`<h2>${texts.staffTitle}</h2>${reviews.map((one) => reviewBox(submission, one, zone))}`;
}

function reviewBox(submission: string, { id, text, at, closed, by, answer }: Gradebook["review"], zone: string): Html {
  const said = html`<div class="said">${prose(text)}</div><p class="known">${showTime(at, zone)}</p>`;
  if (closed !== null) {
    return html`<div class="given">${said}${answer === null ? null : html`<div class="said">${prose(answer)}</div>`}<p class="known">${texts.closedBy(by ?? "", showTime(closed, zone))}</p></div>`;
  }
  return html`<div class="given">${said}<form class="stacked" method="post" action="/submissions/${submission}/review">
<input type="hidden" name="review" value="${id}">
<label>${texts.answer}<textarea name="text" rows="2"></textarea></label>
<button>${texts.close}</button>
</form></div>`;
}
