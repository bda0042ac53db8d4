import { words } from "../../../src/words/words";
import type { CodeExcerpt, GradedSubmission } from "../../engine/gradeSubmission";
import type { CheckResult, FunctionResult } from "../../engine/results";
import { choiceLines } from "../choiceLines";
import { formatPoints, formatScore } from "../formatScore";
import { signOf } from "../verdict";
import { highlight } from "./highlight";
import { type Html, html } from "./html";
import { prose } from "./prose";

const { statuses, function: texts } = words.report;

/** Everything about one submission: verdicts, messages, and the code that they are about. */
export function submissionBody({ result, code }: GradedSubmission, titles: ReadonlyMap<string, string>): Html {
  const choice = choiceLines(result).map((line) => html`<p class="muted">${line}</p>`);
  if (result.status !== "graded") return html`<p>${prose(formatScore(result))}</p>${choice}`;
  return html`${choice}${result.functions.map((one) => {
    const excerpt = code.find(({ name }) => name === one.name);
    return functionSection(one, excerpt, titles);
  })}`;
}

/** A coloured label such as `✓ 30/30`. */
export function mark({ status, points, maxPoints, followThrough }: FunctionResult): Html {
  const star = followThrough && points > 0 ? "*" : "";
  const label = `${signOf(status)} ${formatPoints(points)}/${formatPoints(maxPoints)}${star}`;
  return html`<span class="mark ${status}" title="${statuses[status]}">${label}</span>`;
}

function functionSection(
  result: FunctionResult,
  code: CodeExcerpt | undefined,
  titles: ReadonlyMap<string, string>,
): Html {
  const { name, status, followThrough, points, checks, remarks = [] } = result;
  return html`<section class="function">
<header><h3><code>${name}</code></h3>${mark(result)}<span class="muted">${
    followThrough && points > 0 ? texts.followThrough(status) : statuses[status]
  }</span></header>
<ul class="checks">${checks.map((check, i) => checkItem(check, titles, saidBefore(checks, i)))}${remarks.map(
    ({ message }) =>
      html`<li><span class="known" title="${texts.costsNothing}">${texts.remark}</span><span>${prose(message)}</span></li>`,
  )}</ul>
${code ? codeDetails(code) : null}
</section>`;
}

/** Whether an earlier check has the same message. */
function saidBefore(checks: readonly CheckResult[], position: number): boolean {
  return checks.slice(0, position).some(({ message }) => message === checks[position].message);
}

function checkItem(check: CheckResult, titles: ReadonlyMap<string, string>, repeated: boolean): Html {
  const { id, status, points, maxPoints, hidden, message, misconception } = check;
  const label = `${signOf(status)} ${formatPoints(points)}/${formatPoints(maxPoints)}`;
  const said = message && !repeated ? html`<br>${prose(message)}` : null;
  const known = misconception ? html` <span class="known">${texts.misconception(misconception)}</span>` : null;
  return html`<li><span><span class="mark ${status}">${label}</span></span><span>${titles.get(id) ?? id}${
    hidden ? html` <span class="known">${texts.hidden}</span>` : null
  }${said}${known}</span></li>`;
}

function codeDetails({ place, source }: CodeExcerpt): Html {
  return html`<details><summary class="muted">${texts.code(place)}</summary><pre tabindex="0">${highlight(source.trimStart())}</pre></details>`;
}
