import path from "node:path";
import { expect, test } from "vitest";
import models from "../../golden/reg-models.json";
import { loadFootball, reproduce, trainModel } from "../../reproduce/regularization";

const golden = path.resolve(__dirname, "../../golden/mat");

test("points in the layout of the course's football pitch become columns, and their labels a row", async () => {
  const { train, test } = await loadFootball(path.join(golden, "pitch.mat"));
  expect([train.X, train.Y, test.X, test.Y].map(({ shape }) => [...shape])).toEqual([
    [2, 20],
    [1, 20],
    [2, 10],
    [1, 10],
  ]);
  expect(train.Y.slice(0, "0:4").tolist()).toEqual([0, 1, 0, 1]);
});

test("a file without a validation set is refused by name", async () => {
  await expect(loadFootball(path.join(golden, "football.mat"))).rejects.toThrow("has no yval");
});

test.each(models.models)("$id learns such points", async (model) => {
  const { train } = await loadFootball(path.join(golden, "pitch.mat"));
  const { costs } = trainModel(train, model, 10_001);
  expect(Object.keys(costs)).toEqual(["0", "10000"]);
  expect(costs[10_000]).toBeLessThan(0.5 * costs[0]);
});

test("without the points there is nothing to reproduce", async () => {
  expect(await reproduce({})).toEqual([]);
});
