import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { loadMnist } from "../../src/datasets/mnist";
import { np } from "../../src/np";

it("gives images as columns of grey values and 0/1 labels for two digits, the same ones every time", () => {
  const { XTrain, YTrain, XTest, YTest } = loadMnist({ digits: [0, 1], train: 60, test: 20 });
  expect([XTrain.shape, YTrain.shape, XTest.shape, YTest.shape]).toEqual([
    [784, 60],
    [1, 60],
    [784, 20],
    [1, 20],
  ]);
  expect([np.min(XTrain), np.max(XTrain)]).toEqual([0, 1]);
  expect(np.sum(YTrain)).toBe(30);
  // Zeros have more ink than ones.
  const ink = np.sum(XTrain, 0, true);
  expect(np.sum(np.multiply(ink, np.subtract(1, YTrain)))).toBeGreaterThan(1.5 * np.sum(np.multiply(ink, YTrain)));
  const again = loadMnist({ digits: [0, 1], train: 60, test: 20 });
  expect(np.arrayEqual(again.XTrain, XTrain) && np.arrayEqual(again.YTest, YTest)).toBe(true);
});

it("keeps training and test images apart, and labels more than two digits by themselves", () => {
  const { XTrain, XTest, YTest } = loadMnist({ digits: [3, 5, 8], train: 30, test: 30 });
  expect(np.unique(YTest).tolist()).toEqual([3, 5, 8]);
  const seen = new Set((XTrain.T.tolist() as number[][]).map(String));
  expect((XTest.T.tolist() as number[][]).filter((image) => seen.has(String(image)))).toEqual([]);
});

it("shuffles the columns by its seed", () => {
  const [one, two] = [1, 2].map((seed) => loadMnist({ digits: [0, 1], train: 40, test: 2, seed }).YTrain);
  expect(np.arrayEqual(one, two)).toBe(false);
});

it("refuses digits that do not exist and more images than there are", () => {
  expect(() => loadMnist({ digits: [10] })).toThrow("from 0 to 9, got [10]");
  expect(() => loadMnist({ digits: [1, 1] })).toThrow("different");
  expect(() => loadMnist({ digits: [5], train: 100_000 })).toThrow(/only \d+ images/);
});

it("gives the grey values of the package's file, and leaves that file to whoever else reads it", () => {
  const require = createRequire(__filename);
  const file = "mnist/src/digits/7.json";
  const { data } = JSON.parse(readFileSync(require.resolve(file), "utf8")) as { data: number[] };
  const count = data.length / 784;
  const { XTrain } = loadMnist({ digits: [7], train: count, test: 0 });
  const [sevens, given] = [np.array(data).reshape(-1, 784), XTrain.T];
  const order = (images: typeof given) => (images.tolist() as number[][]).map(String).sort();
  expect(order(given)).toEqual(order(sevens));
  expect(require(file).data).toEqual(data);
});
