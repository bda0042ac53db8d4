import { words } from "../../../src/words/words";
import type { CheckResult, SubmissionResult } from "../../engine/results";
import { choiceLines } from "../choiceLines";
import type { Format, Report } from "../Report";
import { remarkLines } from "../remarkLines";

/** For programs that show test results: one suite per student, one case per check. No times: submissions set them. */
export const junit: Format = {
  name: "junit",
  description: words.report.formats.junit,
  files: (report) => [{ path: "junit.xml", chunks: document(report) }],
};

function* document({ assignment, titles, submissions }: Report): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escapeXml(assignment.slug)}">\n`;
  for (const { result } of submissions()) yield suite(result, titles);
  yield "</testsuites>\n";
}

function suite(result: SubmissionResult, titles: ReadonlyMap<string, string>): string {
  const { id, status, functions, error } = result;
  const cases = functions.flatMap(({ name, checks }) => checks.map((check) => testCase(name, check, titles)));
  if (error !== undefined) cases.push(wholeCase(`<error type="${status}" message="${escapeXml(error)}"/>`));
  const isAbsent = status === "not-handed-in";
  if (isAbsent) cases.push(wholeCase(`<skipped message="${escapeXml(words.report.noScore[status])}"/>`));
  const failures = functions.flatMap(({ checks }) => checks).filter(({ status }) => status !== "correct").length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${error === undefined ? 0 : 1}"`;
  const skipped = isAbsent ? ' skipped="1"' : "";
  return `  <testsuite name="${escapeXml(id)}" ${counts}${skipped}>\n${cases.join("")}${systemOut(result)}  </testsuite>\n`;
}

/** About the submission as a whole. */
function wholeCase(outcome: string): string {
  const { group, name } = words.report.junitSubmission;
  return `    <testcase classname="${group}" name="${name}">${outcome}</testcase>\n`;
}

/** Why this file, and remarks on the code. They are not cases, which could only pass or fail. */
function systemOut(result: SubmissionResult): string {
  const lines = [...choiceLines(result), ...remarkLines(result.functions)];
  return lines.length > 0 ? `    <system-out>${escapeXml(lines.join("\n"))}</system-out>\n` : "";
}

function testCase(name: string, check: CheckResult, titles: ReadonlyMap<string, string>): string {
  const title = `${titles.get(check.id) ?? check.id} (${check.points}/${check.maxPoints})`;
  const attributes = `classname="${escapeXml(name)}" name="${escapeXml(`${check.id}: ${title}`)}"`;
  if (check.status === "correct") return `    <testcase ${attributes}/>\n`;
  return `    <testcase ${attributes}><failure type="${check.status}" message="${escapeXml(check.message)}"/></testcase>\n`;
}

/** XML cannot represent most control characters or lone surrogates, so these are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[<>&"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
