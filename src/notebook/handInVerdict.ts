import type { Verdict } from "../check/judge";
import type { CheckAnswer, FunctionAnswer, HandInAnswer } from "../handIn/HandInAnswer";
import { words } from "../words/words";
import type { MimeBundle } from "./display";
import { escapeHtml } from "./escapeHtml";
import { type Notice, noticeType } from "./Notice";
import { prose } from "./prose";
import { box, colours, dim, headHtml, marks } from "./verdictStyle";

type Status = Verdict["status"];

/** While something is under way. */
export function progressBundle(text: string): MimeBundle {
  return { "text/plain": text, "text/html": `<em>${escapeHtml(text)}</em>` };
}

/** What was handed in, and the verdict function by function, as `check` shows it. */
export function answerBundle(answer: HandInAnswer, page: string): MimeBundle {
  const { id, run, state, functions = [] } = answer;
  const notice: Notice = { kind: "handed-in", id, run, state };
  const head = headline(answer, page);
  const texts = functions.flatMap(functionText);
  const link = `<a href="${escapeHtml(page)}" target="_blank" rel="noopener">${escapeHtml(words.submit.notebook.page)}</a>`;
  return {
    "text/plain": [head, ...texts, page].join("\n"),
    "text/html": `<div style="margin:2px 0">${prose(head)} · ${link}</div>${functions.map(functionHtml).join("")}`,
    [noticeType]: notice,
  };
}

function headline(
  { state, fileName, received, released, points, maxPoints, error }: HandInAnswer,
  page: string,
): string {
  if (state === "waiting") return words.submit.stillWaiting(page);
  if (state === "fault") return words.submit.fault(page);
  if (state === "not-gradable") return words.submit.notebook.notGradable(fileName, error ?? "");
  const time = new Date(received).toLocaleTimeString(words.language);
  const said = released ? words.submit.notebook.released : words.submit.notebook.done;
  return said(fileName, time, shownPoints(points), shownPoints(maxPoints));
}

/** With at most two decimals. */
function shownPoints(points = 0): string {
  return String(Math.round(100 * points) / 100);
}

/** What is missing is not written yet. */
function statusOf({ status }: FunctionAnswer): Status {
  return status === "not-defined" ? "not-implemented" : status;
}

function standing(one: FunctionAnswer): string {
  const status = statusOf(one);
  const passed = one.checks.filter((check) => check.status === "correct").length;
  return words.notebook.standing(
    status === "partial" || status === "incorrect" ? { status, passed, checks: one.checks.length } : { status },
  );
}

/** Only what needs attention is explained. */
function explained({ checks }: FunctionAnswer): CheckAnswer[] {
  return checks.filter(({ message }) => message !== "");
}

function functionText(one: FunctionAnswer): string[] {
  return [
    `${marks[statusOf(one)]} ${one.name} ${standing(one)}`,
    ...explained(one).flatMap(({ status, title, message }) => [`  ${marks[status]} ${title}`, `      ${message}`]),
    ...one.remarks.map((remark) => `  ! ${remark}`),
  ];
}

function functionHtml(one: FunctionAnswer): string {
  const status = statusOf(one);
  const more = status === "correct" ? dim(one.checks.map(({ title }) => title).join(" · ")) : "";
  const remarks = one.remarks.map((remark) => `<div style="margin-top:4px">⚠ ${prose(remark)}</div>`).join("");
  return box(
    status,
    headHtml(status, one.name, standing(one), more) + remarks + explained(one).map(checkHtml).join(""),
  );
}

function checkHtml({ status, title, message }: CheckAnswer): string {
  const mark = `<span style="color:${colours[status]}">${marks[status]}</span>`;
  return `<div style="margin-top:4px">${mark} ${escapeHtml(title)}<div style="margin-left:1.3em">${prose(message)}</div></div>`;
}
