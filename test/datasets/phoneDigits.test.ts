import { describe, expect, test } from "vitest";
import { loadMnist } from "../../src/datasets/mnist";
import { phoneDigits } from "../../src/datasets/phoneDigits";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";

const { XTrain } = loadMnist({ train: 20, test: 0 });
const photos = phoneDigits(XTrain, { random: new RandomState(5) });

/** One photograph by whole-array functions, in the words of the description. */
function photograph(column: typeof XTrain, random: RandomState) {
  const tilt = random.uniform(-0.35, 0.35);
  const rows = Array.from({ length: 28 }, (_, h) =>
    np.roll(column.reshape(28, 28).slice(h), Math.round(tilt * (h - 14))),
  );
  const [contrast, background] = [random.uniform(0.5, 1), random.uniform(0, 0.3)];
  let image = np.stack(rows);
  for (let blur = 0; blur < 2; blur++) {
    const neighbours = [np.roll(image, 1, 0), np.roll(image, -1, 0), np.roll(image, 1, 1), np.roll(image, -1, 1)];
    image = np.divide(np.add(image, np.sum(np.stack(neighbours), 0)), 5);
  }
  const grain = np.multiply(0.05, random.randn(28, 28));
  return np.clip(np.add(np.add(np.multiply(contrast, image), background), grain), 0, 1).reshape(784);
}

describe("phone digits", () => {
  test("are tilted, blurred, pale and noisy, as described", () => {
    const random = new RandomState(5);
    for (let i = 0; i < 20; i++) {
      expect(np.allclose(photos.X.slice(":", i), photograph(XTrain.slice(":", i), random), 0, 1e-12)).toBe(true);
    }
  });

  test("stay within the ranges that are promised, and say what was done", () => {
    const within = (values: typeof XTrain, low: number, high: number) =>
      np.min(values) >= low && np.max(values) <= high;
    expect([photos.X.shape, photos.tilt.shape, photos.contrast.shape, photos.background.shape]).toEqual([
      [784, 20],
      [1, 20],
      [1, 20],
      [1, 20],
    ]);
    expect(within(photos.X, 0, 1)).toBe(true);
    expect(within(photos.tilt, -0.35, 0.35)).toBe(true);
    expect(within(photos.contrast, 0.5, 1)).toBe(true);
    expect(within(photos.background, 0, 0.3)).toBe(true);
    // The brightest pixel tells of the contrast, and the darkest of the background.
    const brightest = np.max(photos.X, 0);
    expect(
      np.corrcoef(np.stack([brightest, np.add(photos.contrast, photos.background).reshape(-1)])).at(0, 1),
    ).toBeGreaterThan(0.6);
  });

  test("are the same for a seed, others for another, and leave the clean digits alone", () => {
    const before = XTrain.copy();
    const [again, other] = [5, 6].map((seed) => phoneDigits(XTrain, { random: new RandomState(seed) }));
    expect(np.arrayEqual(again.X, photos.X)).toBe(true);
    expect(np.arrayEqual(other.X, photos.X)).toBe(false);
    expect(np.arrayEqual(XTrain, before)).toBe(true);
  });

  test("may be a view of others, and none at all", () => {
    const some = phoneDigits(XTrain.slice(":", "::2"), { random: new RandomState(1) });
    const copied = phoneDigits(XTrain.slice(":", "::2").copy(), { random: new RandomState(1) });
    expect(np.arrayEqual(some.X, copied.X)).toBe(true);
    expect(phoneDigits(np.zeros([784, 0])).X.shape).toEqual([784, 0]);
  });

  test("want digits in columns", () => {
    expect(() => phoneDigits(XTrain.T)).toThrow(
      "expected digits in columns, an array of shape (784, m), got shape (20, 784)",
    );
    expect(() => phoneDigits(np.zeros([784]))).toThrow("got shape (784,)");
  });
});
