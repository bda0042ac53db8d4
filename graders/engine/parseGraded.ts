import { isRecord } from "../../src/check/isRecord";
import type { GradedSubmission } from "./gradeSubmission";

/** The graded submission that a JSON text holds; null when it holds none, or one in another form. */
export function parseGraded(text: string): GradedSubmission | null {
  try {
    const json: unknown = JSON.parse(text);
    return isGraded(json) ? json : null;
  } catch {
    return null;
  }
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string";
const isName: Test = (value) => typeof value === "string" && value !== "";
const isNumber: Test = (value) => typeof value === "number" && value >= 0;
const isFlag: Test = (value) => typeof value === "boolean";
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const orLeftOut =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const oneOf =
  (...values: string[]): Test =>
  (value) =>
    values.some((one) => one === value);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const withFields = (fields: Record<string, Test>): Test => {
  const tests = Object.entries(fields);
  return (value) => isRecord(value) && tests.every(([name, test]) => test(value[name]));
};

const outcomes = ["correct", "partial", "incorrect", "not-implemented"];
const points = { points: isNumber, maxPoints: isNumber };
const isCheck = withFields({
  id: isName,
  status: oneOf(...outcomes),
  ...points,
  hidden: isFlag,
  message: isText,
  misconception: orLeftOut(isName),
});
const isFunction = withFields({
  name: isName,
  status: oneOf(...outcomes, "not-defined"),
  ...points,
  followThrough: isFlag,
  checks: listOf(isCheck),
  remarks: orLeftOut(listOf(withFields({ id: isName, message: isName }))),
});
const common = {
  id: isName,
  ...{ login: orLeftOut(isName), name: orLeftOut(isName), email: orLeftOut(isName), section: orLeftOut(isName) },
  ...{ late: orLeftOut(isFlag), attempt: orLeftOut(isNumber) },
  file: isText,
  choice: orLeftOut(withFields({ by: oneOf("name", "assignment", "functions", "time"), others: listOf(isText) })),
  sha256: orNull(isText),
  maxScore: isNumber,
  durationMs: isNumber,
};
const isScored = withFields({
  ...common,
  status: oneOf("graded"),
  score: isNumber,
  functions: listOf(isFunction),
});
const isUnscored = withFields({
  ...common,
  status: oneOf("not-gradable", "grader-fault"),
  score: (value) => value === null,
  error: isText,
  functions: (value) => Array.isArray(value) && value.length === 0,
});
const isPlace = withFields({ cell: orNull(isNumber), line: isNumber });
const isExcerpt = withFields({ name: isName, place: isPlace, source: isText });
const isSubmission = withFields({
  result: (value) => isScored(value) || isUnscored(value),
  code: listOf(isExcerpt),
  sandbox: orLeftOut(oneOf("node", "bwrap")),
  translated: orLeftOut(listOf(isFunction)),
  said: orLeftOut(isText),
});

function isGraded(json: unknown): json is GradedSubmission {
  return isSubmission(json);
}
