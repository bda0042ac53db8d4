import { expect, test } from "vitest";
import type { Case } from "../../src/check/contract";
import { judge } from "../../src/check/judge";
import { misreadings } from "../../src/check/misreadings";
import { runSeeded } from "../../src/check/runSeeded";
import { runVariants } from "../../src/check/runVariants";
import { withViews } from "../../src/check/withViews";
import { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";

const difference = (a: NDArray, b: NDArray): NDArray => np.subtract(a, b);
const inOrder = (a: NDArray) => new NDArray(a.data.slice(0, a.size), a.shape);
const matrix = (from: number) => np.arange(from, from + 6).reshape(2, 3);

async function named(fn: (a: NDArray, b: NDArray) => unknown, cases: Case[]): Promise<string | undefined> {
  const drawn = withViews(cases, "difference.x");
  const known = misreadings("difference", difference, drawn);
  const variants = await runVariants(known, "difference", drawn, false);
  const verdict = judge(
    { points: 1, expected: runSeeded(difference, drawn, false), variants },
    runSeeded(fn, drawn, false),
  );
  return verdict.failure?.misconception?.message;
}

test.each<[string, (a: NDArray, b: NDArray) => unknown]>([
  ["both arguments", (a, b) => difference(inOrder(a), inOrder(b))],
  ["the first", (a, b) => difference(inOrder(a), b)],
  ["the second", (a, b) => difference(a, inOrder(b))],
])("a function that reads the data of %s in order is told so", async (_, fn) => {
  const cases = [{ args: [matrix(0), matrix(7)] }, { args: [matrix(3), matrix(1)] }];
  expect(await named(fn, cases)).toMatch(/`\.data` is read as if/);
});

test("another mistake is not taken for it, and there is none to make without arrays", async () => {
  expect(await named((a, b) => difference(b, a), [{ args: [matrix(0), matrix(7)] }])).toBeUndefined();
  expect(misreadings("half", (x: number) => x / 2, [{ args: [3] }])).toEqual([]);
});
