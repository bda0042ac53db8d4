import path from "node:path";
import { expect, test } from "vitest";
import { loadCats, reproduce } from "../../reproduce/deep-network";
import { accuracy, scaledStart, smallStart, train } from "./training";

const folder = path.resolve(__dirname, "../../golden/cats");

test("pictures in the course's layout become columns from 0 to 1, and their labels a row", async () => {
  const { XTrain, YTrain, XTest, YTest } = await loadCats(folder);
  expect([XTrain, YTrain, XTest, YTest].map(({ shape }) => [...shape])).toEqual([
    [12, 20],
    [1, 20],
    [12, 10],
    [1, 10],
  ]);
  // The second picture is a "cat": its first pixel is red, at least 155 of 255.
  expect(YTrain.at(0, 1)).toBe(1);
  expect(XTrain.at(0, 1)).toBeGreaterThan(155 / 255);
  expect(XTrain.at(2, 1)).toBeLessThan(100 / 255);
});

test("networks of two and of four layers learn them", async () => {
  const sets = await loadCats(folder);
  for (const start of [smallStart([12, 7, 1]), scaledStart([12, 20, 7, 5, 1])]) {
    const { costs, parameters } = train(sets, start, 1001, 0.1);
    expect(costs[10].cost).toBeLessThan(0.1 * costs[0].cost);
    expect(accuracy(sets.XTest, sets.YTest, parameters)).toBe(1);
  }
});

test("without the pictures there is nothing to reproduce", async () => {
  expect(await reproduce()).toEqual([]);
});
