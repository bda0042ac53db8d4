import { expect, test } from "vitest";
import type { AnyFunction, Case, Misconception } from "../../src/check/contract";
import { judgeChecks } from "../../src/check/judgeChecks";
import { runSeeded } from "../../src/check/runSeeded";
import { runVariants } from "../../src/check/runVariants";

const square = (x: number) => x * x;
const misconceptions: Misconception[] = [
  { id: "adds2", function: "square", message: "", implementation: (x: number) => x + 2 },
  { id: "doubles", function: "square", message: "", implementation: (x: number) => 2 * x },
  { id: "triples", function: "square", message: "", implementation: (x: number) => 3 * x },
];

/** The mistake that is named in each check of `square`, of one case each. */
async function named(fn: AnyFunction, ...inputs: number[]): Promise<(string | undefined)[]> {
  const asked = await Promise.all(
    inputs.map(async (x) => {
      const cases: Case[] = [{ args: [x] }];
      const actual = runSeeded(fn, cases, false);
      const expected = runSeeded(square, cases, false);
      const variants = await runVariants(misconceptions, "square", cases, false);
      return { check: { points: 1, expected, variants }, actual };
    }),
  );
  return judgeChecks(asked).map(({ failure }) => failure?.misconception?.id);
}

test("where mistakes come to the same, the one that explains every check is named in all of them", async () => {
  // x + 2 and 3x are the same at 1.
  expect(await named((x: number) => 3 * x, 1, 4, 5)).toEqual(["triples", "triples", "triples"]);
  expect(await named((x: number) => x + 2, 1, 4, 5)).toEqual(["adds2", "adds2", "adds2"]);
});

test("where nothing tells them apart, the first is named", async () => {
  expect(await named((x: number) => 3 * x, 1, 1)).toEqual(["adds2", "adds2"]);
});

test("a check that no known mistake explains does not keep it from being named in the others", async () => {
  const triplesUpTo5 = (x: number) => (x > 5 ? 0 : 3 * x);
  expect(await named(triplesUpTo5, 1, 4, 6)).toEqual(["triples", "triples", undefined]);
});

test("when no single mistake explains them, each check names its own", async () => {
  const twoMistakes = (x: number) => (x < 4 ? x + 2 : 2 * x);
  expect(await named(twoMistakes, 3, 5)).toEqual(["adds2", "doubles"]);
});

test("checks that are right stay so", async () => {
  // 3x is x² at 3.
  expect(await named((x: number) => 3 * x, 3, 1, 4)).toEqual([undefined, "triples", "triples"]);
});
