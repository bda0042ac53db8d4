import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as solution from "../../../src/assignments/07-batchnorm-softmax/staff/solution";
import type { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";

/** The gradient of a number by every entry of an array, by central differences. */
function numericGradient(cost: (at: NDArray) => number, at: NDArray, step = 1e-6): NDArray {
  const gradient = np.zerosLike(at);
  for (let i = 0; i < at.shape[0]; i++) {
    for (let j = 0; j < at.shape[1]; j++) {
      const moved = (by: number) => {
        const copy = at.copy();
        copy.set(i, j, at.at(i, j) + by);
        return cost(copy);
      };
      gradient.set(i, j, (moved(step) - moved(-step)) / (2 * step));
    }
  }
  return gradient;
}

function expectClose(actual: NDArray, expected: NDArray, atol = 1e-8): void {
  expect([...actual.shape]).toEqual([...expected.shape]);
  expect(np.allclose(actual, expected, 1e-6, atol)).toBe(true);
}

describe("the gradients agree with finite differences:", () => {
  test.each([1e-8, 0.5])("batch normalization with ε = %d", (epsilon) => {
    const random = new RandomState(7);
    const Z = np.add(np.multiply(1.5, random.randn(3, 6)), 0.7);
    const [gamma, beta] = [random.uniform(0.5, 2, [3, 1]), random.randn(3, 1)];
    const weights = random.randn(3, 6);
    // Any cost will do: here it is a mean of squares, so that its gradient depends on ZTilde.
    const costOf = ({ ZTilde }: { ZTilde: NDArray }) => np.sum(np.multiply(weights, np.square(ZTilde))) / 6;
    const { ZTilde, cache } = solution.batchNormForward(Z, gamma, beta, epsilon);
    const dZTilde = np.multiply(np.multiply(2 / 6, weights), ZTilde);
    const { dZ, dGamma, dBeta } = solution.batchNormBackward(dZTilde, cache);
    expectClose(
      dZ,
      numericGradient((at) => costOf(solution.batchNormForward(at, gamma, beta, epsilon)), Z),
    );
    expectClose(
      dGamma,
      numericGradient((at) => costOf(solution.batchNormForward(Z, at, beta, epsilon)), gamma),
    );
    expectClose(
      dBeta,
      numericGradient((at) => costOf(solution.batchNormForward(Z, gamma, at, epsilon)), beta),
    );
  });

  test("softmax and cross-entropy, by both ways to the cost", () => {
    const random = new RandomState(8);
    const Z = np.multiply(2, random.randn(4, 5));
    const Y = solution.oneHot(random.randint(0, 4, [1, 5]), 4);
    const dZ = solution.softmaxBackward(solution.softmax(Z), Y);
    expectClose(
      dZ,
      numericGradient((at) => solution.crossEntropyCost(solution.softmax(at), Y), Z),
    );
    expectClose(
      dZ,
      numericGradient((at) => solution.crossEntropyFromLogits(at, Y), Z),
    );
  });
});

describe("batch normalization", () => {
  test("does not notice a bias before it, nor the scale of the weights", () => {
    const random = new RandomState(3);
    const [Z, gamma, beta] = [random.randn(4, 30), random.uniform(0.5, 2, [4, 1]), random.randn(4, 1)];
    const moved = np.add(np.multiply(5, Z), random.randn(4, 1));
    const normalized = (of: NDArray) => solution.batchNormForward(of, gamma, beta, 0).ZTilde;
    expectClose(normalized(moved), normalized(Z), 1e-12);
  });

  test("passes back nothing along the mean and along ZNorm", () => {
    const random = new RandomState(4);
    const { cache } = solution.batchNormForward(random.randn(3, 20), np.ones([3, 1]), np.zeros([3, 1]), 0);
    const { dZ } = solution.batchNormBackward(random.randn(3, 20), cache);
    expectClose(np.sum(dZ, 1, true), np.zeros([3, 1]), 1e-12);
    expectClose(np.sum(np.multiply(dZ, cache.ZNorm), 1, true), np.zeros([3, 1]), 1e-12);
  });

  test("with γ = √(σ² + ε) and β = μ gives Z back", () => {
    const Z = new RandomState(5).randn(3, 9);
    const { mu, variance } = solution.batchNormForward(Z, np.ones([3, 1]), np.zeros([3, 1])).cache;
    const { ZTilde } = solution.batchNormForward(Z, np.sqrt(np.add(variance, 1e-8)), mu);
    expectClose(ZTilde, Z, 1e-12);
  });

  test("in use with the statistics of a batch is what it is in training", () => {
    const random = new RandomState(6);
    const [Z, gamma, beta] = [random.randn(3, 9), random.randn(3, 1), random.randn(3, 1)];
    const { ZTilde, cache } = solution.batchNormForward(Z, gamma, beta, 0.1);
    expectClose(solution.batchNormInference(Z, gamma, beta, cache, 0.1), ZTilde, 1e-12);
  });

  test("has running averages that settle at what every batch has", () => {
    const [first, batch] = [1, 4].map((value) => ({ mu: np.full([2, 1], -value), variance: np.full([2, 1], value) }));
    let running = first;
    for (let k = 0; k < 200; k++) running = solution.updateRunning(running, batch);
    expectClose(running.mu, batch.mu);
    expectClose(running.variance, batch.variance);
  });
});

describe("softmax", () => {
  const columns = fc.array(fc.array(fc.double({ min: -800, max: 800, noNaN: true }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  });

  test("gives probabilities that do not change when a column is shifted", () => {
    fc.assert(
      fc.property(columns, fc.double({ min: -500, max: 500, noNaN: true }), (rows, shift) => {
        const Z = np.array(rows);
        const A = solution.softmax(Z);
        expect(np.all(np.greaterEqual(A, 0))).toBeTruthy();
        expectClose(np.sum(A, 0), np.ones([3]), 1e-12);
        expectClose(solution.softmax(np.add(Z, shift)), A, 1e-9);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test("of two classes is the sigmoid of their difference", () => {
    const Z = new RandomState(2).randn(2, 8);
    const difference = np.subtract(Z.slice("1:2"), Z.slice("0:1"));
    const sigmoid = np.divide(1, np.add(1, np.exp(np.negative(difference))));
    expectClose(solution.softmax(Z).slice("1:2"), sigmoid, 1e-12);
  });

  test("has its cost from logits where the cost from probabilities is infinite", () => {
    const [Z, Y] = [np.array([[900], [0]]), np.array([[0], [1]])];
    expect(solution.crossEntropyCost(solution.softmax(Z), Y)).toBe(Number.POSITIVE_INFINITY);
    expect(solution.crossEntropyFromLogits(Z, Y)).toBe(900);
  });
});

describe("the search", () => {
  test("draws as many rates from each power of ten", () => {
    const rates = solution.sampleLogScale(1e-4, 1, 4000, 3);
    const [counts] = np.histogram(np.log10(rates), 4, [-4, 0]);
    for (const count of counts.toTypedArray()) expect(count).toBeGreaterThan(900);
  });

  test("draws 1 - β on the scale of rates", () => {
    const betas = solution.sampleMomentum(0.9, 0.999, 50, 4);
    expectClose(np.subtract(1, betas), solution.sampleLogScale(0.001, 0.1, 50, 4), 1e-12);
  });

  test("zooms into a range that has exactly the best values, whatever their order", () => {
    const trials = fc.uniqueArray(fc.double({ min: 1e-6, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(trials, fc.nat(11), (values, pick) => {
        const keep = 1 + (pick % values.length);
        // The score falls with the value, so the best are the smallest.
        const { low, high } = solution.zoomIn(
          values,
          values.map((value) => -value),
          keep,
        );
        const sorted = [...values].sort((a, b) => a - b);
        expect([low, high]).toEqual([sorted[0], sorted[keep - 1]]);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});
