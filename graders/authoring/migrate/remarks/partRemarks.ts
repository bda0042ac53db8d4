import { clip } from "../../../text/clip";
import { hiddenTestLines, solutionLines } from "../hiddenLines";
import type { Lesson } from "../Lesson";
import type { Part } from "../Part";
import { isSetup } from "../python/isSetup";
import { parsePython } from "../python/PythonCode";
import { findFunctions } from "../python/PythonFunction";
import type { Remark } from "../Remark";
import { placeOf } from "../SourceCell";
import { amount } from "../write/amount";

/** What became of tests, of cells graded by hand, and of code. */
export function partRemarks(lesson: Lesson): Remark[] {
  return [...lesson.parts.flatMap((part) => remarksOn(part, lesson)), ...lesson.functions.flatMap(signatureRemarks)];
}

function remarksOn(part: Part, lesson: Lesson): Remark[] {
  const { cell, role, source } = part;
  switch (role) {
    case "tests":
      return [testRemark(part, lesson)];
    case "manual":
      return [{ kind: "manual", cell, text: `${named(part)}${worth(part)}` }];
    case "given":
      return isSetup(source) ? [] : [{ kind: "code", cell, text: quote(source) }];
    case "solution":
      return solutionRemarks(part, lesson);
    case "raw":
      return source.trim() === "" ? [] : [{ kind: "raw", cell, text: quote(source) }];
    default:
      return [];
  }
}

function testRemark(part: Part, { functions }: Lesson): Remark {
  const { cell, source, hidden } = part;
  const targets = functions.filter(({ tests }) => tests.includes(part)).map(({ name }) => `\`${name}\``);
  const secret = hidden ? ", hidden" : hiddenTestLines(source).lines.size > 0 ? ", partly hidden" : "";
  const whose = targets.length > 0 ? `of ${targets.join(", ")}` : "of no graded function: **its points are not given**";
  const first = source.split("\n").findIndex((line) => /^\s*assert\b/.test(line));
  return { kind: "tests", cell, line: Math.max(first, 0) + 1, text: `${whose}${worth(part)}${secret}` };
}

function solutionRemarks(part: Part, { functions }: Lesson): Remark[] {
  const { cell, source } = part;
  const { lines, unclosed } = solutionLines(source);
  const remark = (text: string, line?: number): Remark => ({ kind: "solutions", cell, line, text });
  const own = functions.filter((one) => one.part === part);
  const all = findFunctions(parsePython(source));
  const replaced = all.filter(({ name }) => functions.some((one) => one.python.name === name && one.part !== part));
  const outside = [...lines].filter((line) => !all.some((one) => line >= one.lines[0] && line <= one.lines[1]));
  return [
    ...(unclosed === null
      ? []
      : [remark("the solution that begins here has no end: all that follows was left out", unclosed)]),
    ...(own.length > 0 && lines.size === 0
      ? [remark("the whole cell was the solution: learners now see signatures and documentation")]
      : []),
    ...replaced.map(({ name, lines: [first] }) =>
      remark(`\`${name}\` is defined again in a later cell, which counts`, first),
    ),
    ...(own.length === 0 && replaced.length === 0 ? [remark(`no function: ${quote(source)}`)] : []),
    ...(own.length > 0 && outside.length > 0
      ? [remark("a part of the solution is outside of the functions", outside[0])]
      : []),
  ];
}

function signatureRemarks({ name, python, part: { cell } }: Lesson["functions"][number]): Remark[] {
  const remark = (text: string): Remark => ({
    kind: "solutions",
    cell,
    line: python.lines[0],
    text: `\`${name}\` ${text}`,
  });
  return [
    ...(python.isGenerator ? [remark("is a generator: let it return a list")] : []),
    ...(python.decorated ? [remark("has a decorator, which was left out")] : []),
    ...(python.parameters.some(({ kind }) => kind !== "plain")
      ? [remark("takes any number of arguments: look at its parameters")]
      : []),
    ...python.parameters
      .filter(({ fallback, literal }) => fallback !== null && literal === null)
      .map((parameter) =>
        remark(`has a default that is no literal: ${quote(`${parameter.name}=${parameter.fallback}`)}`),
      ),
  ];
}

function named({ question, cell }: Part): string {
  return question === null ? placeOf(cell) : quote(question);
}

function worth({ points }: Part): string {
  return points === null ? "" : `, ${amount(points, "point")}`;
}

/** The first line that is not blank, as code in markdown. */
export function quote(source: string): string {
  const line = source.split("\n").find((text) => text.trim() !== "") ?? "";
  return `\`${clip(line.trim(), 70).replaceAll("`", "'")}\``;
}
