import { words } from "../../../src/words/words";
import { groupSeenAs } from "../../gradebook/overrideGroup";
import { type GroupRow, keyOfGroup, type Question, questionGroups } from "../../gradebook/queries/questionGroups";
import { type GroupPage, groupPage, membersLength, type SavedInGroup } from "../../gradebook/queries/questionPage";
import { Refusal } from "../../gradebook/Refusal";
import { runNamed, runsInOrder } from "../../gradebook/runs";
import type { Db } from "../../gradebook/Store";
import type { RunRow } from "../../gradebook/schema";
import { type Html, html } from "../../report/html/html";
import { prose } from "../../report/html/prose";
import { frame } from "./frame";
import { memberTable } from "./memberTable";
import { table } from "./table";

const texts = words.dashboardMarking.question;
const { statuses } = words.report;

type Query = Readonly<Record<string, string | undefined>>;

/** What the parts of the page are made from. */
interface Shown {
  run: RunRow;
  name: string;
  key: string;
  page: GroupPage;
}

/** One function of a run across learners: what went wrong, for how many, and what staff say and give to all of them. */
export async function questionView(db: Db, slug: string, name: string, query: Query = {}): Promise<string> {
  const run = await runNamed(db, slug);
  const question: Question = { run: run.id, name };
  const groups = await questionGroups(db, question);
  if (groups.length === 0) throw new Refusal(texts.nothing(name));
  const at = groups.findIndex((one) => keyOfGroup(one) === query.group);
  const key = keyOfGroup(groups[Math.max(0, at)]);
  const from = membersLength * Math.max(0, Math.floor(Number(query.page ?? 1)) - 1 || 0);
  const page = await groupPage(db, question, key, from);
  const shown: Shown = { run, name, key, page };
  const content = html`<p class="muted"><a href="/runs/${slug}">${run.title}</a></p>
<h2>${texts.groups}</h2>
<p class="muted">${texts.correctLast}</p>
${groupTable(groups, key)}
${neighbours(groups, Math.max(0, at))}
${query.group !== undefined && at < 0 ? html`<p class="card warning">${texts.noGroup}</p>` : null}
<h2 id="group">${texts.groupTitle(nameOf(page.group), page.members.length)}</h2>
${messageOf(page)}
<div class="marking"><div>${memberTable({ run, question: name, key, page, from, open: query.code === "open" })}</div>
<aside aria-label="${texts.group}"><section><h2>${texts.commentTitle}</h2>${commentSection(shown)}</section>
<section><h2>${texts.overrideTitle}</h2>${overrideSection(shown)}</section></aside></div>`;
  return frame({ title: texts.title(name, run.title), runs: await runsInOrder(db), here: "" }, content);
}

function nameOf({ status, misconception }: GroupPage["group"]): string {
  const known: Readonly<Record<string, string>> = statuses;
  const verdict = known[status] ?? status;
  return misconception === null ? verdict : texts.withMistake(verdict, misconception);
}

function addressOf(group: Parameters<typeof keyOfGroup>[0]): string {
  return `?group=${encodeURIComponent(keyOfGroup(group))}`;
}

function groupTable(groups: readonly GroupRow[], key: string): Html {
  const rows = groups.map((group) => {
    const current = keyOfGroup(group) === key ? html` aria-current="true"` : null;
    return html`<tr><th scope="row"><a href="${addressOf(group)}"${current}>${nameOf(group)}</a></th><td class="number">${group.learners}</td></tr>\n`;
  });
  return table([texts.group, { figure: texts.learners }], rows);
}

function neighbours(groups: readonly GroupRow[], at: number): Html {
  const [before, next] = [groups[at - 1], groups[at + 1]];
  return html`<p>${before ? html`<a rel="prev" data-key="[" href="${addressOf(before)}">${texts.before}</a> ` : null}${
    next ? html`<a rel="next" data-key="]" href="${addressOf(next)}">${texts.next}</a>` : null
  }</p>`;
}

/** What one of them was told: that of the misconception, else the first message. */
function messageOf({ group, rows }: GroupPage): Html | null {
  const checks = rows.at(0)?.result?.checks ?? [];
  const said =
    checks.find(({ misconception }) => misconception !== undefined && misconception === group.misconception) ??
    checks.find(({ message }) => message !== "");
  return said?.message ? html`<p><span class="known">${texts.message}:</span> ${prose(said.message)}</p>` : null;
}

function commentSection({ run, name, key, page }: Shown): Html {
  const { saved, members } = page;
  const action = `/runs/${run.slug}/functions/${name}/comment`;
  return html`<form class="stacked" method="post" action="${action}"><input type="hidden" name="group" value="${key}">
<label>${texts.text}<textarea name="text" rows="4" data-key="c"></textarea></label><button>${texts.comment}</button></form>
${saved.length === 0 ? null : html`<h3>${texts.savedTitle}</h3><form method="post" action="${action}"><input type="hidden" name="group" value="${key}"><ol class="saved">${saved.slice(0, mostSaved).map((one, i) => savedItem(one, members.length, i))}</ol></form>`}
<p><a href="/saved">${words.dashboardMarking.comment.manage}</a></p>`;
}

/** So many saved comments are offered; the first nine have keys. */
const mostSaved = 30;

function savedItem({ id, text, told }: SavedInGroup, learners: number, i: number): Html {
  const left = learners - told;
  const key = i < 9 ? html` data-key="${i + 1}"` : null;
  const give = told === 0 ? texts.tellAll(learners) : texts.tellOthers(left);
  return html`<li><div class="said">${prose(text)}</div><span class="known">${texts.told(told, learners)}</span>${
    left > 0
      ? html` <button name="saved" value="${id}"${key}>${i < 9 ? html`<kbd>${i + 1}</kbd> ` : null}${give}</button>`
      : null
  }</li>`;
}

function overrideSection({ run, name, key, page }: Shown): Html {
  const { members, given } = page;
  const left = members.length - given;
  const kept = given === 0 ? null : html`<p class="muted">${left === 0 ? texts.allGiven : texts.keep(given)}</p>`;
  if (left === 0) return html`${kept}`;
  return html`${kept}<form class="stacked" method="post" action="/runs/${run.slug}/functions/${name}/override"><input type="hidden" name="group" value="${key}"><input type="hidden" name="seen" value="${groupSeenAs(members)}">
<label>${texts.points}<input class="short" name="points" inputmode="decimal" data-key="o"></label>
<label>${texts.reason}<textarea name="reason" rows="2"></textarea></label><button>${texts.give(left)}</button></form>`;
}
