import { expect, test } from "vitest";
import type { AnyFunction, Case, Misconception } from "../../src/check/define";
import { runCases, runVariants } from "../../src/check/diagnose";
import { judgeChecks } from "../../src/check/judgeChecks";

const square = (x: number) => x * x;
const misconceptions: Misconception[] = [
  { id: "adds2", function: "square", message: "", implementation: (x: number) => x + 2 },
  { id: "doubles", function: "square", message: "", implementation: (x: number) => 2 * x },
  { id: "triples", function: "square", message: "", implementation: (x: number) => 3 * x },
];

/** The mistake that is named in each check of `square`, of one case each. */
function named(fn: AnyFunction, ...inputs: number[]): (string | undefined)[] {
  const verdicts = judgeChecks(
    inputs.map((x) => {
      const cases: Case[] = [{ args: [x] }];
      const actual = runCases(fn, cases);
      const expected = runCases(square, cases);
      return { check: { points: 1 }, actual, expected, variants: [...runVariants(misconceptions, "square", cases)] };
    }),
  );
  return verdicts.map(({ failure }) => failure?.misconception?.id);
}

test("where mistakes come to the same, the one that explains every check is named in all of them", () => {
  // x + 2 and 3x are the same at 1.
  expect(named((x: number) => 3 * x, 1, 4, 5)).toEqual(["triples", "triples", "triples"]);
  expect(named((x: number) => x + 2, 1, 4, 5)).toEqual(["adds2", "adds2", "adds2"]);
});

test("where nothing tells them apart, the first is named", () => {
  expect(named((x: number) => 3 * x, 1, 1)).toEqual(["adds2", "adds2"]);
});

test("a check that no known mistake explains does not keep it from being named in the others", () => {
  const triplesUpTo5 = (x: number) => (x > 5 ? 0 : 3 * x);
  expect(named(triplesUpTo5, 1, 4, 6)).toEqual(["triples", "triples", undefined]);
});

test("when no single mistake explains them, each check names its own", () => {
  const twoMistakes = (x: number) => (x < 4 ? x + 2 : 2 * x);
  expect(named(twoMistakes, 3, 5)).toEqual(["adds2", "doubles"]);
});

test("checks that are right stay so", () => {
  // 3x is x² at 3.
  expect(named((x: number) => 3 * x, 3, 1, 4)).toEqual([undefined, "triples", "triples"]);
});
