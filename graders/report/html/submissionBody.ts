import { words } from "../../../src/words/words";
import type { CodeExcerpt, GradedSubmission, StaffComment } from "../../engine/gradeSubmission";
import type { CheckResult, FunctionResult } from "../../engine/results";
import { choiceLines } from "../choiceLines";
import { formatPoints, formatScore } from "../formatScore";
import { signOf } from "../signOf";
import { type Around, besideLines, commentedCode, staffComment } from "./commentedCode";
import { highlight } from "./highlight";
import { type Html, html } from "./html";
import { prose } from "./prose";

/**
 * Everything about one submission: verdicts, messages, the code that they are about, and what staff say.
 *
 * @param around where the code can be commented on; left out for pages that are only read
 */
export function submissionBody<C extends StaffComment>(
  { result, code, comments = [] }: Omit<GradedSubmission, "comments"> & { comments?: readonly C[] },
  titles: ReadonlyMap<string, string>,
  around?: Around<C>,
): Html {
  const choice = choiceLines(result).map((line) => html`<p class="muted">${line}</p>`);
  const names = new Set(result.functions.map(({ name }) => name));
  const onWhole = comments.filter(({ name }) => name === null || !names.has(name));
  const whole = onWhole.map((one) => staffComment(one, around));
  if (result.status !== "graded") return html`<p>${prose(formatScore(result))}</p>${choice}${whole}`;
  return html`${choice}${whole}${result.functions.map((one) => {
    const excerpt = code.find(({ name }) => name === one.name);
    const own = comments.filter(({ name }) => name === one.name);
    return functionSection(one, excerpt, titles, own, around);
  })}`;
}

/** A coloured label such as `✓ 30/30`. */
export function mark({ status, points, maxPoints, followThrough }: FunctionResult): Html {
  const star = followThrough && points > 0 ? "*" : "";
  const label = `${signOf(status)} ${formatPoints(points)}/${formatPoints(maxPoints)}${star}`;
  return html`<span class="mark ${status}" title="${words.report.statuses[status]}">${label}</span>`;
}

function functionSection<C extends StaffComment>(
  result: FunctionResult,
  code: CodeExcerpt | undefined,
  titles: ReadonlyMap<string, string>,
  comments: readonly C[],
  around?: Around<C>,
): Html {
  const texts = words.report.function;
  const { name, status, followThrough, points, checks, remarks = [] } = result;
  const id = around ? html` id="${around.idOf(name)}"` : null;
  return html`<section class="function"${id}>
<header><h3><code>${name}</code></h3>${mark(result)}<span class="muted">${
    followThrough && points > 0 ? texts.followThrough(status) : words.report.statuses[status]
  }</span></header>
${around?.given?.(name) ?? null}<ul class="checks">${checks.map((check, i) => checkItem(check, titles, saidBefore(checks, i)))}${remarks.map(
    ({ message }) =>
      html`<li><span class="known" title="${texts.costsNothing}">${texts.remark}</span><span>${prose(message)}</span></li>`,
  )}</ul>
${besideLines(comments, code).map((one) => staffComment(one, around))}${code ? codeDetails(code, comments, around) : null}
</section>`;
}

/** Whether an earlier check has the same message. */
function saidBefore(checks: readonly CheckResult[], position: number): boolean {
  return checks.slice(0, position).some(({ message }) => message === checks[position].message);
}

function checkItem(check: CheckResult, titles: ReadonlyMap<string, string>, repeated: boolean): Html {
  const texts = words.report.function;
  const { id, status, points, maxPoints, hidden, message, misconception } = check;
  const label = `${signOf(status)} ${formatPoints(points)}/${formatPoints(maxPoints)}`;
  const said = message && !repeated ? html`<br>${prose(message)}` : null;
  const known = misconception ? html` <span class="known">${texts.misconception(misconception)}</span>` : null;
  return html`<li><span><span class="mark ${status}">${label}</span></span><span>${titles.get(id) ?? id}${
    hidden ? html` <span class="known">${texts.hidden}</span>` : null
  }${said}${known}</span></li>`;
}

function codeDetails<C extends StaffComment>(code: CodeExcerpt, comments: readonly C[], around?: Around<C>): Html {
  const { place, source } = code;
  if (around || comments.length > 0)
    return html`<details open><summary class="muted">${words.report.function.code(place)}</summary>${commentedCode(code, comments, around)}</details>`;
  return html`<details><summary class="muted">${words.report.function.code(place)}</summary><pre tabindex="0">${highlight(source.trimStart())}</pre></details>`;
}
