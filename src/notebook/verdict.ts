import { hasRun } from "../check/compare";
import type { Case } from "../check/contract";
import { explain } from "../check/explain";
import type { Verdict } from "../check/judge";
import { NDArray } from "../core/NDArray";
import type { Standing } from "../words/en/notebook";
import { words } from "../words/words";
import type { FunctionReport } from "./checkFunction";
import type { MimeBundle } from "./display";
import { escapeHtml } from "./escapeHtml";
import { type Notice, noticeType } from "./Notice";
import { placeInCell } from "./placeInCell";
import { prose } from "./prose";
import { box, colours, dim, headHtml, marks } from "./verdictStyle";

type Failure = NonNullable<Verdict["failure"]>;

/** The verdict on one function: one line when all is well, else what to look at, check by check. */
export function verdictOf(report: FunctionReport): MimeBundle {
  const { name, status, unavailable } = report;
  const checks = Object.fromEntries(report.checks.map(({ check, verdict }) => [check.id, verdict.status]));
  const used = unavailable.map((use) => use.name);
  const notice: Notice = { kind: "verdict", function: name, status, checks, unavailable: used };
  return { "text/plain": toText(report), "text/html": toHtml(report), [noticeType]: notice };
}

/** Holds the place of a verdict that is still to come. */
export function pendingVerdict(name: string): MimeBundle {
  const html = `<div><code style="font-weight:700">${escapeHtml(name)}</code>${dim(words.notebook.pending)}</div>`;
  return { "text/plain": `… ${name} ${words.notebook.pending}`, "text/html": html };
}

function headline(report: FunctionReport): string {
  return words.notebook.standing(standingOf(report));
}

function standingOf({ name, status, checks }: FunctionReport): Standing {
  switch (status) {
    case "correct":
      return { status };
    case "not-implemented": {
      const difference = checks[0].verdict.failure?.difference;
      const missing = difference?.kind === "not-implemented" ? difference.function : undefined;
      return { status, needs: missing === name ? undefined : missing };
    }
    default: {
      const passed = checks.filter(({ verdict }) => verdict.status === "correct").length;
      return { status, passed, checks: checks.length };
    }
  }
}

/** What went wrong in each check, the most useful sentence first; advice is not repeated. */
function remarksOf({ checks }: FunctionReport): string[][] {
  const given = new Set<string>();
  return checks.map(({ check, verdict }) => {
    if (!verdict.failure) return [];
    const { difference, misconception, case: number } = verdict.failure;
    const count = check.cases.length;
    const said = whatWentWrong(verdict.failure);
    const seen = count > 1 ? words.grammar.sentences(words.notebook.case(number + 1, count), said) : said;
    const advice = misconception?.message ?? (hasRun(difference) ? check.hint : undefined);
    if (!advice || given.has(advice)) return [seen];
    given.add(advice);
    return [advice, seen];
  });
}

function whatWentWrong({ difference, isConstant }: Failure): string {
  const sentence = isConstant
    ? words.grammar.sentences(words.advice.constant, explain(difference))
    : explain(difference);
  const place = difference.kind === "threw" && difference.at !== undefined ? placeInCell(difference.at) : null;
  return place === null ? sentence : words.grammar.sentences(sentence, words.notebook.thrownIn(place));
}

function suspicion({ suspects }: FunctionReport): string {
  const [first] = suspects;
  return first ? words.notebook.suspect(first) : "";
}

/** What the grader will refuse or remark on, whether the result is right or not. */
function warningsOf({ unavailable, left }: FunctionReport): string[] {
  const refused = unavailable.map(({ name, absence, place }) => {
    const at = placeInCell(place);
    const what = absence
      ? words.realm.unavailable(`\`${name}\``, absence)
      : words.realm.unavailableModule(`\`${name}\``);
    return words.notebook.warning(what, at?.cell, at?.line);
  });
  return left > 0 ? [...refused, words.advice.left(left)] : refused;
}

function toText(report: FunctionReport): string {
  const lines = [`${marks[report.status]} ${report.name} ${headline(report)}`];
  lines.push(...warningsOf(report).map((text) => `  ! ${text}`));
  if (report.status === "correct" || report.status === "not-implemented") return lines.join("\n");
  if (suspicion(report)) lines.push(`  ${suspicion(report)}`);
  for (const [i, remarks] of remarksOf(report).entries()) {
    const { check, verdict } = report.checks[i];
    lines.push(`  ${marks[verdict.status]} ${check.title}`, ...remarks.map((text) => `      ${text}`));
  }
  return lines.join("\n");
}

function toHtml(report: FunctionReport): string {
  const { name, status, checks } = report;
  const more = status === "correct" ? dim(checks.map(({ check }) => check.title).join(" · ")) : "";
  const head = headHtml(status, name, headline(report), more);
  const open = status === "partial" || status === "incorrect";
  const warnings = warningsOf(report)
    .map((text) => `<div style="margin-top:4px">⚠ ${prose(text)}</div>`)
    .join("");
  const note = open && suspicion(report) ? `<div style="margin-top:4px">${escapeHtml(suspicion(report))}</div>` : "";
  const body = open
    ? remarksOf(report)
        .map((remarks, i) => checkHtml(name, checks[i], remarks))
        .join("")
    : "";
  return box(status, `${head}${warnings}${note}${body}`);
}

function checkHtml(name: string, { check, verdict }: FunctionReport["checks"][number], remarks: string[]): string {
  const mark = `<span style="color:${colours[verdict.status]}">${marks[verdict.status]}</span>`;
  const texts = remarks.map(
    (text, i) => `<div${i < remarks.length - 1 ? ' style="font-weight:600"' : ""}>${prose(text)}</div>`,
  );
  const inputs = verdict.failure ? inputsHtml(name, check.cases[verdict.failure.case]) : "";
  const details = `<div style="margin-left:1.3em">${texts.join("")}${inputs}</div>`;
  return `<div style="margin-top:4px">${mark} ${escapeHtml(check.title)}${details}</div>`;
}

/** The failing call: on one line if it fits, else folded away. */
function inputsHtml(name: string, { args }: Case): string {
  const short = `${name}(${args.map(print).join(", ")})`;
  if (short.length <= 70 && !short.includes("\n"))
    return `<div>${words.notebook.call} <code>${escapeHtml(short)}</code></div>`;
  const rows = args.map(
    (arg, i) => `<div style="margin-top:2px">${words.notebook.argument(i + 1)}</div>${preformatted(print(arg))}`,
  );
  return `<details><summary style="cursor:pointer">${words.notebook.callFolded}</summary>${rows.join("")}</details>`;
}

function print(value: unknown): string {
  return value instanceof NDArray ? value.toString() : String(value);
}

function preformatted(text: string): string {
  return `<pre style="margin:0;background:transparent">${escapeHtml(text)}</pre>`;
}
