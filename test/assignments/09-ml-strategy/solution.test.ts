import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as solution from "../../../src/assignments/09-ml-strategy/staff/solution";
import type { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";

const row = (values: number[]) => np.array([values]);
const listOf = (array: NDArray) => [...array.toTypedArray()];
const seeds = fc.integer({ min: 0, max: 10_000 });

describe("the confusion matrix", () => {
  test("adds up to the number of examples, its rows to the classes, its columns to the predictions", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1 }), (pairs) => {
        const [predicted, actual] = [0, 1].map((side) => row(pairs.map((pair) => pair[side])));
        const confusion = solution.confusionMatrix(predicted, actual, 4);
        const countsOf = (labels: NDArray) => [0, 1, 2, 3].map((c) => np.sum(np.equal(labels, c)));
        expect(listOf(np.sum(confusion, 1))).toEqual(countsOf(actual));
        expect(listOf(np.sum(confusion, 0))).toEqual(countsOf(predicted));
      }),
    );
  });

  test("gives the accuracy on its diagonal, and F1 of two classes by its counts", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), ([TN, FP, FN, TP]) => {
        const { f1 } = solution.precisionRecallF1(
          np.array([
            [TN, FP],
            [FN, TP],
          ]),
        );
        const whole = 2 * TP + FP + FN;
        expect(f1.at(1)).toBeCloseTo(whole === 0 ? 0 : (2 * TP) / whole, 12);
      }),
    );
  });
});

describe("the splits", () => {
  const labels = fc.array(fc.nat(3), { minLength: 1, maxLength: 60 }).map(row);

  test("of one distribution hold every example once, with the share of every class", () => {
    fc.assert(
      fc.property(
        labels,
        fc.constantFrom(0.1, 0.2, 0.25),
        fc.constantFrom(0.1, 0.3, 0.5),
        seeds,
        (Y, dev, test, seed) => {
          const sets = solution.trainDevTestSplit(Y, dev, test, seed);
          const all = np.concatenate([sets.train, sets.dev, sets.test]);
          expect(listOf(np.sort(all))).toEqual(listOf(np.arange(Y.size)));
          for (const c of [0, 1, 2, 3]) {
            const count = (set: NDArray) => listOf(set).filter((i) => Y.at(0, i) === c).length;
            const members = np.sum(np.equal(Y, c));
            expect(count(sets.dev)).toBe(Math.min(Math.round(dev * members), members));
            expect(count(sets.test)).toBe(Math.min(Math.round(test * members), members - count(sets.dev)));
          }
        },
      ),
    );
  });

  test("of two distributions hold every example once, and dev and test the target alone", () => {
    const origins = fc.array(fc.nat(1), { minLength: 10, maxLength: 60 }).filter((list) => list.includes(0));
    fc.assert(
      fc.property(origins, fc.nat(3), fc.nat(3), seeds, (list, dev, test, seed) => {
        const target = list.reduce((sum, origin) => sum + origin, 0);
        fc.pre(target >= dev + test);
        const sets = solution.mismatchSplit(row(list), dev, test, 0.25, seed);
        const all = np.concatenate([sets.train, sets.trainDev, sets.dev, sets.test]);
        expect(listOf(np.sort(all))).toEqual(listOf(np.arange(list.length)));
        expect([sets.dev.size, sets.test.size]).toEqual([dev, test]);
        expect(sets.trainDev.size).toBe(Math.round(0.25 * (list.length - dev - test)));
        for (const i of [...listOf(sets.dev), ...listOf(sets.test)]) expect(list[i]).toBe(1);
      }),
    );
  });

  test("are drawn anew with another seed", () => {
    const Y = row(Array.from({ length: 40 }, (_, i) => i % 3));
    const [first, again, other] = [1, 1, 2].map((seed) => listOf(solution.trainDevTestSplit(Y, 0.25, 0.25, seed).dev));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

test("the weighted error is the plain one where all weights are the same", () => {
  const [predicted, actual] = [row([0, 1, 1, 0, 1]), row([0, 1, 0, 1, 1])];
  for (const weight of [0.1, 1, 7]) {
    expect(solution.weightedError(predicted, actual, np.full([1, 5], weight))).toBeCloseTo(0.4, 12);
  }
});

test("the four gaps add up to what the test error is above the best human's", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 4 }), share, share, share, share, (human, ...errors) => {
      const [train, trainDev, dev, test] = errors;
      const { largest, ...gaps } = solution.diagnoseErrors({ human, train, trainDev, dev, test });
      const sum = Object.values(gaps).reduce((total, gap) => total + gap, 0);
      expect(sum).toBeCloseTo(test - Math.min(...human), 10);
      expect(gaps[largest]).toBe(Math.max(...Object.values(gaps)));
    }),
  );
});

describe("the multi-task gradient", () => {
  const random = new RandomState(11);
  const Z = random.randn(4, 6);
  const labels = np.less(random.uniform(0, 1, [4, 6]), 0.5);
  const Y = np.where(np.less(random.uniform(0, 1, [4, 6]), 1 / 3), np.nan, labels);
  const sigmoid = (z: NDArray) => np.divide(1, np.add(1, np.exp(np.negative(z))));

  test("agrees with finite differences of the cost by Z", () => {
    const dZ = solution.multiTaskGradient(sigmoid(Z), Y);
    const epsilon = 1e-6;
    const costAt = (t: number, i: number, by: number) => {
      const moved = Z.copy();
      moved.set(t, i, moved.at(t, i) + by);
      return solution.multiTaskCost(sigmoid(moved), Y);
    };
    let known = 0;
    for (let t = 0; t < 4; t++) {
      for (let i = 0; i < 6; i++) {
        const slope = (costAt(t, i, epsilon) - costAt(t, i, -epsilon)) / (2 * epsilon);
        expect(dZ.at(t, i)).toBeCloseTo(slope, 8);
        if (slope !== 0) known += 1;
      }
    }
    expect(known).toBe(np.sum(np.isfinite(Y)));
  });

  test("is each task's own where all labels are known", () => {
    const whole = solution.multiTaskGradient(sigmoid(Z), labels);
    const parts = [0, 1, 2, 3].map((t) =>
      solution.multiTaskGradient(sigmoid(Z.slice(`${t}:${t + 1}`)), labels.slice(`${t}:${t + 1}`)),
    );
    expect(np.allclose(whole, np.vstack(parts), 0, 1e-15)).toBe(true);
  });
});
