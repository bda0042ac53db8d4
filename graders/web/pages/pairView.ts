import { words } from "../../../src/words/words";
import type { Statement } from "../../extract/Structure";
import { courseIn } from "../../gradebook/course";
import { showTime } from "../../gradebook/marks/parseTime";
import { type PairPage, pairPage, type Side } from "../../gradebook/queries/similarPairs";
import { runNamed, runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import type { ComparedCode, Comparer } from "../../gradebook/similar/Comparer";
import { markedText, type Stretch } from "../../gradebook/similar/markedText";
import { type Html, html } from "../../report/html/html";
import { frame } from "./frame";

const texts = words.similar.pair;

/** Which pair of which run. */
export interface PairAddress {
  slug: string;
  left: string;
  right: string;
}

/** Two hand-ins side by side, with what they have in common marked, and what staff noted about them. */
export async function pairView(db: Db, { slug, left, right }: PairAddress, comparer: Comparer): Promise<string> {
  const run = await runNamed(db, slug);
  const { zone } = await courseIn(db);
  const pair = await pairPage(db, run, left, right);
  const code = await comparer.codeOf(run, pair.left, pair.right);
  const share = pair.similarity === null ? [] : [texts.similarity(words.similar.say.percent(pair.similarity))];
  const content = html`<p class="muted"><a href="/runs/${slug}">${run.title}</a> · <a href="/runs/${slug}/similar">${texts.back}</a>${share.map((one) => html` · ${one}`)}</p>
<p>${code.parts.length === 0 && !hasReason(code) ? texts.none : texts.explain}</p>
${sides(pair, code)}
<h2>${texts.notes}</h2>
${notes(pair, zone)}
<form class="stacked" method="post" action="/runs/${slug}/similar/${left}/${right}"><label>${texts.note}<textarea name="text" rows="3" required></textarea></label><button>${texts.save}</button></form>`;
  const title = texts.title(pair.left.name || pair.left.login, pair.right.name || pair.right.login);
  return frame({ title, runs: await runsInOrder(db), here: "" }, content);
}

function hasReason({ left, right }: ComparedCode): boolean {
  return "reason" in left || "reason" in right;
}

function sides(pair: PairPage, { left, right, parts }: ComparedCode): Html {
  const marked = {
    left:
      "reason" in left
        ? []
        : markedText(
            left,
            parts.map((part) => part.left),
          ),
    right:
      "reason" in right
        ? []
        : markedText(
            right,
            parts.map((part) => part.right),
          ),
  };
  // Of a part that lies within longer ones, nothing is marked: nothing can lead there.
  const [onLeft, onRight] = [partsIn(marked.left), partsIn(marked.right)];
  return html`<div class="sides">${side(pair.left, left, marked.left, "left", onRight)}${side(pair.right, right, marked.right, "right", onLeft)}</div>`;
}

function partsIn(statements: readonly Stretch[][]): Set<number> {
  return new Set(statements.flat().flatMap(({ part }) => part ?? []));
}

function side(
  { login, name, submission }: Side,
  code: readonly Statement[] | { reason: string },
  marked: readonly Stretch[][],
  here: "left" | "right",
  others: ReadonlySet<number>,
): Html {
  const heading = html`<h2><a href="/submissions/${submission}"><bdi>${name || login}</bdi></a> <span class="known"><bdi>${login}</bdi></span></h2>`;
  if ("reason" in code) return html`<section>${heading}<p>${texts.notRead(code.reason)}</p></section>`;
  const there = here === "left" ? "right" : "left";
  const seen = new Set<number>();
  const stretch = ({ text, part }: Stretch): Html => {
    if (part === null) return html`${text}`;
    const isFirst = !seen.has(part);
    seen.add(part);
    if (!isFirst) return html`<mark>${text}</mark>`;
    const number = part + 1;
    const link = others.has(part)
      ? html`<a class="part" href="#${there}-${number}" aria-label="${texts.part(number)}">${number}</a>`
      : null;
    return html`<mark id="${here}-${number}">${link}${text}</mark>`;
  };
  let cell: number | null | undefined;
  return html`<section>${heading}${code.map((statement, i) => {
    const isNew = statement.cell !== cell;
    cell = statement.cell;
    const title = cell === null ? texts.script : texts.cell(cell);
    return html`${isNew ? html`<h3>${title}</h3>` : null}<pre tabindex="0"><code>${marked[i].map(stretch)}</code></pre>`;
  })}</section>`;
}

function notes({ notes }: PairPage, zone: string): Html {
  if (notes.length === 0) return html`<p>${texts.noNotes}</p>`;
  return html`<ul class="notes">${notes.map(
    ({ text, by, at }) =>
      html`<li><p class="said">${text}</p><p class="muted">${texts.by(by, showTime(at, zone))}</p></li>`,
  )}</ul>`;
}
