import path from "node:path";
import { expect, test } from "vitest";
import { reproduce } from "../../reproduce/logistic-regression";

test("a neuron learns pictures in the layout of the course's cats, and all its figures are compared", async () => {
  const rows = await reproduce({ cats: path.resolve(__dirname, "../../golden/cats") });
  expect(rows.map(({ figure }) => figure).slice(-3)).toEqual([
    "cost at iteration 1900",
    "training accuracy",
    "test accuracy",
  ]);
  const own = rows.map((row) => row.own);
  expect(own[0]).toBeCloseTo(Math.log(2), 10);
  expect(own[19]).toBeLessThan(0.5 * own[0]);
  expect(own[21]).toBe(1);
});

test("without the pictures there is nothing to reproduce", async () => {
  expect(await reproduce({})).toEqual([]);
});
