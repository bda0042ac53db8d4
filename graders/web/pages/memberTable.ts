import { words } from "../../../src/words/words";
import { type GroupPage, type MemberRow, membersLength } from "../../gradebook/queries/questionPage";
import type { RunRow } from "../../gradebook/schema";
import { formatPoints } from "../../report/formatScore";
import { highlight } from "../../report/html/highlight";
import { type Html, html } from "../../report/html/html";
import { functionId } from "./submissionView";

const texts = words.dashboardMarking.question;

/** How much of a page code may be, in characters of HTML: no page has more than 300 kB. */
const mostCode = 190_000;

/** How many times as long code becomes by being highlighted, about. */
const markup = 2.4;

/** A hundred learners of a group. */
export interface MembersShown {
  run: RunRow;
  /** The function. */
  question: string;
  key: string;
  page: GroupPage;
  /** How many learners come before. */
  from: number;
  /** Whether all code is shown at once. */
  open: boolean;
}

/** One row a learner, with the code; without names where the run is anonymous. */
export function memberTable({ run, question, key, page, from, open }: MembersShown): Html {
  const codes = codesFor(page.rows);
  const address = (number: number, code: boolean): string =>
    `?group=${encodeURIComponent(key)}&page=${number}${code ? "&code=open" : ""}#group`;
  const number = from / membersLength + 1;
  return html`<p><a href="${address(number, !open)}" data-key="x">${open ? texts.closeAll : texts.openAll}</a></p>
<div class="card scroll" tabindex="0"><table class="members"><thead><tr><th scope="col">${texts.learner}</th><th scope="col" class="number">${texts.points}</th><th scope="col" class="number">${texts.comments}</th></tr></thead><tbody>${page.rows.map(
    (row, i) => memberRow(row, codes[i], { run, question, open: open || i === 0 }),
  )}</tbody></table></div>
<p>${from > 0 ? html`<a rel="prev" href="${address(number - 1, open)}">${texts.pageBefore}</a> ` : null}${
    from + membersLength < page.members.length
      ? html`<a rel="next" href="${address(number + 1, open)}">${texts.nextPage}</a>`
      : null
  }</p>`;
}

function memberRow(
  { submission, login, name, points, maxPoints, given, comments }: MemberRow,
  code: Html,
  { run, question, open }: Pick<MembersShown, "run" | "question" | "open">,
): Html {
  const isHidden = run.anonymous === 1;
  const who = isHidden ? html`${texts.anonymous(submission.slice(-8))}` : html`<bdi>${name || login}</bdi>`;
  const known = isHidden || !name ? null : html` <span class="known"><bdi>${login}</bdi></span>`;
  const address = `/submissions/${submission}?function=${question}`;
  const attribute = open ? html` open` : null;
  return html`<tr><th scope="row"><a data-row href="${address}#${functionId(question)}">${who}</a>${known}<details${attribute}><summary class="muted">${texts.code}</summary>${code}</details></th><td class="number">${texts.pointsOf(formatPoints(points), formatPoints(maxPoints))}${
    given === null ? null : html`<br>${texts.given(formatPoints(given))}`
  }<br><a href="${address}&override=${question}#override">${texts.override}</a></td><td class="number">${comments}</td></tr>
`;
}

/** Highlighted where there is room for that, else as it is; what is too much even so is left to its own page. */
function codesFor(rows: readonly MemberRow[]): Html[] {
  const sources = rows.map(({ code }) => code?.source.trim() ?? null);
  const length = sources.reduce((sum, source) => sum + (source?.length ?? 0), 0);
  const isMuch = length * markup > mostCode;
  let left = mostCode;
  return sources.map((source) => {
    if (source === null) return html`<p class="muted">${texts.noCode}</p>`;
    if (source.length > left) return html`<p class="muted">${texts.tooLong}</p>`;
    const code = isMuch ? html`${source}` : highlight(source);
    if (code.text.length > left) return html`<p class="muted">${texts.tooLong}</p>`;
    left -= code.text.length;
    return html`<pre tabindex="0">${code}</pre>`;
  });
}
