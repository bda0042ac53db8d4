import { describe, expect, test } from "vitest";
import { assignmentNamed, assignmentOf } from "../../../graders/engine/chooseAssignment";
import { survey } from "../../../graders/extract/parse/survey";
import type { Assignment } from "../../../src/check/contract";

const assignment = (slug: string, ...names: string[]): Assignment => ({
  number: 1,
  slug,
  title: slug,
  checks: [],
  recorded: {},
  functions: names.map((name) => ({ name, points: 1 })),
});
const assignments = [
  assignment("logistic-regression", "sigmoid", "propagate", "predict"),
  assignment("shallow-network", "nnModel", "predict"),
];

const surveyOf = (source: string, enough: string[] = []) =>
  survey({ cells: [{ number: 1, source }], declaredAssignment: null }, ["sigmoid", "predict"], enough);

test("what is still as it was handed out is told apart; of several declarations the last counts", () => {
  const source = 'function sigmoid() {\n  throw new NotImplemented("sigmoid");\n}\n';
  expect(surveyOf(source)).toMatchObject({ declares: ["sigmoid"], unwritten: ["sigmoid"] });
  expect(surveyOf(`${source}function predict() {}`)).toMatchObject({ unwritten: ["sigmoid"] });
  expect(surveyOf(`${source}\nconst sigmoid = () => 1;`)).toMatchObject({ declares: ["sigmoid"], unwritten: [] });
});

test("functions are not looked for where the file says enough", () => {
  const source = 'useAssignment("a");\nfunction sigmoid() {}';
  expect(surveyOf(source, ["a"])).toMatchObject({ usedAssignment: "a", declares: [] });
  expect(surveyOf(source, ["b"])).toMatchObject({ usedAssignment: "a", declares: ["sigmoid"] });
});

function detect(source: string, declaredAssignment: string | null = null): string | undefined {
  const names = assignments.flatMap(({ functions }) => functions.map(({ name }) => name));
  return assignmentOf(survey({ cells: [{ number: 1, source }], declaredAssignment }, names), assignments)?.slug;
}

describe("The assignment of a submission", () => {
  test("is what its metadata say, else what it uses, else what its functions are alike", () => {
    const source = 'useAssignment("shallow-network");\nfunction sigmoid() {}\nfunction propagate() {}';
    expect(detect(source, "logistic-regression")).toBe("logistic-regression");
    expect(detect(source)).toBe("shallow-network");
    expect(detect(source.replace("useAssignment", "use"))).toBe("logistic-regression");
  });

  test("is not told by names that it does not declare", () => {
    expect(detect("const x = 1;")).toBeUndefined();
  });

  test("a share of the functions counts, not their number", () => {
    expect(detect("const nnModel = 1, predict = 2;")).toBe("shallow-network");
  });

  test("metadata that name no assignment are passed over", () => {
    expect(detect("function nnModel() {}", "homework-7")).toBe("shallow-network");
  });
});

test("a part of a name is enough to suggest it", () => {
  expect(() => assignmentNamed("logistic", assignments)).toThrow("did you mean logistic-regression?");
});

test("a misspelt assignment is answered with the nearest", () => {
  expect(() => assignmentNamed("logistc", assignments)).toThrow("did you mean logistic-regression?");
  expect(() => assignmentNamed("shalow-network", assignments)).toThrow(
    'there is no assignment "shalow-network"; did you mean shallow-network?',
  );
});
