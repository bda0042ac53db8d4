import { words } from "../../../src/words/words";
import { seenAs } from "../../gradebook/comment";
import { showTime } from "../../gradebook/marks/parseTime";
import type { CommentRow } from "../../gradebook/queries/commentsOn";
import type { SavedRow } from "../../gradebook/savedComment";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import { prose } from "../../report/html/prose";

const texts = words.dashboardMarking.comment;

/** What a comment will be on: `line` is the last one that was chosen. */
export interface ChosenPlace {
  name: string;
  line: number | null;
}

/** So many saved comments have a key. */
const keyed = 9;

/** So many are offered on one page. */
const mostSaved = 100;

/** The form for a new comment; saved comments are buttons of it, wherever they stand. */
export function commentForm(
  submission: string,
  names: readonly string[],
  chosen: ChosenPlace | null,
  of: string | null,
): Html {
  const option = (value: string, text: string): Html =>
    value === (chosen?.name ?? "")
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`;
  return html`<form id="commentForm" class="stacked" method="post" action="/submissions/${submission}/comments">
${ofField(of)}<div class="filter"><label>${texts.place}<select name="place">${option("", texts.whole)}${names.map((name) => option(name, name))}</select></label>
<label>${texts.line}<input class="short" name="line" inputmode="numeric" value="${chosen?.line ?? ""}"></label></div>
<label>${texts.text}<textarea id="text" name="text" rows="4" data-key="c"></textarea></label>
<label class="beside"><input type="checkbox" name="save" value="yes">${texts.save}</label>
<button>${texts.add}</button>
</form>`;
}

/** Which function's submissions are being looked at, one after the other. */
export function ofField(of: string | null): Html | null {
  return of === null ? null : html`<input type="hidden" name="of" value="${of}">`;
}

/** Saved comments as buttons of the form for a new comment; the first nine have keys. */
export function savedButtons(saved: readonly SavedRow[]): Html {
  if (saved.length === 0) return html`<p class="muted">${texts.noSaved}</p>`;
  const rest = saved.slice(keyed, mostSaved);
  return html`<ol class="saved">${saved.slice(0, keyed).map((one, i) => html`<li>${savedButton(one, i + 1)}</li>`)}</ol>
${rest.length === 0 ? null : html`<details><summary>${texts.more(rest.length)}</summary><ul class="saved">${rest.map((one) => html`<li>${savedButton(one)}</li>`)}</ul></details>`}`;
}

function savedButton({ id, name, text, points }: SavedRow, key?: number): Html {
  const about = [...(name === null ? [] : [name]), ...(points === null ? [] : [texts.suggests(formatPoints(points))])];
  const attribute = key === undefined ? null : html` data-key="${key}"`;
  return html`<button form="commentForm" name="saved" value="${id}"${attribute}>${key === undefined ? null : html`<kbd>${key}</kbd> `}<span>${prose(text)}</span>${
    about.length === 0 ? null : html` <span class="known">${about.join(" · ")}</span>`
  }</button>`;
}

/** A comment, who wrote it, and the form that changes it. */
export function commentWithForm(comment: CommentRow, zone: string, of: string | null): Html {
  const { id, submission, name, line, text, by, at } = comment;
  const where = line === null ? null : html` · ${texts.lineOnly(line)}`;
  return html`<div class="comment" id="comment-${id}"><div class="said">${prose(text)}</div>
<details><summary class="known">${words.dashboardMarking.byAt(by, showTime(at, zone))}${where} · ${texts.edit}</summary>
<form class="stacked" method="post" action="/comments/${id}">
${ofField(of)}<input type="hidden" name="submission" value="${submission}"><input type="hidden" name="place" value="${name ?? ""}"><input type="hidden" name="line" value="${line ?? ""}"><input type="hidden" name="seen" value="${seenAs(text)}">
<label>${texts.editOf(by)}<textarea name="text" rows="3">${text}</textarea></label>
<div class="filter"><button name="do" value="edit">${texts.change}</button><button name="do" value="remove">${texts.remove}</button><button name="do" value="save">${texts.keep}</button></div>
</form></details></div>`;
}
