import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Gradients, Parameters } from "../../../src/assignments/05-optimization/assignment";
import * as solution from "../../../src/assignments/05-optimization/staff/solution";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";

const random = new RandomState(5);
const parameters: Parameters = {
  W1: random.randn(3, 2),
  b1: random.randn(3, 1),
  W2: random.randn(1, 3),
  b2: random.randn(1, 1),
};
const grads: Gradients = {
  dW1: random.randn(3, 2),
  db1: random.randn(3, 1),
  dW2: random.randn(1, 3),
  db2: random.randn(1, 1),
};

function expectSame(actual: Parameters, expected: Parameters): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const key of Object.keys(expected) as (keyof Parameters)[]) {
    expect(np.allclose(actual[key], expected[key], 1e-9, 1e-7), key).toBe(true);
  }
}

/** The parameters moved by `step` of each gradient entry. */
function moved(step: (grad: number) => number): Parameters {
  const entries = Object.entries(parameters).map(([key, parameter]) => [
    key,
    np.add(parameter, grads[`d${key}` as keyof Gradients].map(step)),
  ]);
  return Object.fromEntries(entries);
}

describe("one step", () => {
  test("of momentum without β is one of gradient descent", () => {
    const v = solution.initializeVelocity(parameters);
    const step = solution.updateParametersWithMomentum(parameters, grads, v, 0, 0.3);
    expectSame(step.parameters, solution.updateParametersWithGd(parameters, grads, 0.3));
  });

  test("of RMSprop from rest has the length α/√(1 - β) in every direction, whatever the gradient", () => {
    const s = solution.initializeVelocity(parameters);
    const step = solution.updateParametersWithRmsprop(parameters, grads, s, 0.75, 0.1);
    expectSame(
      step.parameters,
      moved((grad) => -0.2 * Math.sign(grad)),
    );
  });

  test("of Adam, the first, has the length α in every direction, whatever the gradient", () => {
    const { v, s } = solution.initializeAdam(parameters);
    const step = solution.updateParametersWithAdam(parameters, grads, v, s, 1, 0.1);
    expectSame(
      step.parameters,
      moved((grad) => -0.1 * Math.sign(grad)),
    );
  });

  test("of Adam without β1 is one of RMSprop whose s is corrected", () => {
    const { v, s } = solution.initializeAdam(parameters);
    const first = solution.updateParametersWithAdam(parameters, grads, v, s, 1, 0.1, 0, 0.9);
    const second = solution.updateParametersWithAdam(first.parameters, grads, first.v, first.s, 2, 0.1, 0, 0.9);
    const rms = solution.updateParametersWithRmsprop(
      first.parameters,
      grads,
      first.s,
      0.9,
      0.1 * Math.sqrt(1 - 0.9 ** 2),
    );
    expectSame(second.parameters, rms.parameters);
  });
});

test("momentum, step by step, is the exponentially weighted average of the gradients without its correction", () => {
  const series = random.randn(30);
  const one: Parameters = { W1: np.zeros([1, 1]), b1: np.zeros([1, 1]) };
  let v = solution.initializeVelocity(one);
  const corrected = solution.exponentiallyWeightedAverage(series, 0.9);
  for (let t = 1; t <= 30; t++) {
    const now: Gradients = { dW1: np.array([[series.at(t - 1)]]), db1: np.zeros([1, 1]) };
    v = solution.updateParametersWithMomentum(one, now, v, 0.9, 0.1).v;
    expect(v.dW1.item()).toBeCloseTo(corrected.at(t - 1) * (1 - 0.9 ** t), 12);
  }
});

test("the mini-batches hold every example once, with its own label, in pieces of the right size", () => {
  const sizes = fc.record({
    m: fc.integer({ min: 1, max: 60 }),
    size: fc.integer({ min: 1, max: 20 }),
    seed: fc.nat(1000),
  });
  fc.assert(
    fc.property(sizes, ({ m, size, seed }) => {
      const X = np.stack([np.arange(m), np.multiply(np.arange(m), 10)]);
      const batches = solution.randomMiniBatches(X, np.arange(m).reshape(1, m), size, seed);
      const lengths = batches.map(({ Y }) => Y.size);
      expect(lengths.slice(0, -1).every((length) => length === size)).toBe(true);
      expect(lengths[lengths.length - 1]).toBe(m % size || size);
      const labels = batches.flatMap(({ Y }) => [...Y.toTypedArray()]);
      expect([...labels].sort((a, b) => a - b)).toEqual([...np.arange(m).toTypedArray()]);
      for (const batch of batches) {
        expect(np.arrayEqual(batch.X, np.vstack([batch.Y, np.multiply(batch.Y, 10)]))).toBe(true);
      }
    }),
    { numRuns: 60, seed: 1 },
  );
});

test("the exponentially weighted average is a weighted mean: shifting and scaling the series does so to it", () => {
  const series = random.randn(40);
  const average = solution.exponentiallyWeightedAverage(series, 0.95);
  const other = solution.exponentiallyWeightedAverage(np.add(7, np.multiply(-2, series)), 0.95);
  expect(np.allclose(other, np.add(7, np.multiply(-2, average)), 1e-12, 1e-12)).toBe(true);
});

test("the learning rate stays the same for an interval, and then falls", () => {
  const rates = [0, 999, 1000, 1999, 2000].map((epoch) => solution.learningRateDecay(0.1, epoch, 1, 1000));
  expect(rates).toEqual([0.1, 0.1, 0.05, 0.05, 0.1 / 3]);
});
