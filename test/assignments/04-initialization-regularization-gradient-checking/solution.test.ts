import { describe, expect, test, vi } from "vitest";
import type { NetworkParameters } from "../../../src/assignments/04-initialization-regularization-gradient-checking/assignment";
import * as solution from "../../../src/assignments/04-initialization-regularization-gradient-checking/staff/solution";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";

const names = ["W1", "b1", "W2", "b2", "W3", "b3"] as const;

/** A network of 3-4-3-1 units with six examples. */
function problem(seed: number) {
  const random = new RandomState(seed);
  const layer = (units: number, inputs: number) => [random.randn(units, inputs), random.randn(units, 1)];
  const [[W1, b1], [W2, b2], [W3, b3]] = [layer(4, 3), layer(3, 4), layer(1, 3)];
  const parameters: NetworkParameters = { W1, b1, W2, b2, W3, b3 };
  return { X: random.randn(3, 6), Y: np.array([[0, 1, 1, 0, 1, 0]]), parameters };
}

/** Compares every gradient with the slope of the cost, measured over 2e-5. */
function expectSlopes(
  parameters: NetworkParameters,
  gradients: ReturnType<typeof solution.backwardPropagationN>,
  cost: (parameters: NetworkParameters) => number,
): void {
  for (const name of names) {
    const given = gradients[`d${name}`].toTypedArray();
    for (let i = 0; i < given.length; i++) {
      const costAt = (step: number) => {
        const moved = parameters[name].toTypedArray();
        moved[i] += step;
        return cost({ ...parameters, [name]: np.reshape(moved, parameters[name].shape) });
      };
      expect((costAt(1e-5) - costAt(-1e-5)) / 2e-5, `d${name}[${i}]`).toBeCloseTo(given[i], 7);
    }
  }
}

describe("gradients agree with finite differences", () => {
  test.each([1, 2, 3])("without regularization, seed %i", (seed) => {
    const { X, Y, parameters } = problem(seed);
    const gradients = solution.backwardPropagationN(X, Y, solution.forwardPropagationN(X, Y, parameters).cache);
    expectSlopes(parameters, gradients, (moved) => solution.forwardPropagationN(X, Y, moved).cost);
    expect(solution.gradientCheckN(parameters, gradients, X, Y)).toBeLessThan(2e-7);
  });

  test.each([1, 2, 3])("with the L2 penalty, seed %i", (seed) => {
    const { X, Y, parameters } = problem(seed);
    const { cache } = solution.forwardPropagationN(X, Y, parameters);
    expectSlopes(parameters, solution.backwardPropagationWithRegularization(X, Y, cache, 0.9), (moved) =>
      solution.computeCostWithRegularization(solution.forwardPropagationN(X, Y, moved).cache.A3, Y, moved, 0.9),
    );
  });

  test.each([1, 2, 3])("with dropout, the masks held fixed, seed %i", (seed) => {
    const { X, Y, parameters } = problem(seed);
    const forward = (moved: NetworkParameters) => solution.forwardPropagationWithDropout(X, moved, 0.6, seed);
    const gradients = solution.backwardPropagationWithDropout(X, Y, forward(parameters).cache, 0.6);
    expectSlopes(parameters, gradients, (moved) =>
      solution.computeCostWithRegularization(forward(moved).A3, Y, moved, 0),
    );
  });
});

test("He's weights have the variance 2 / inputs, and the biases are zero", () => {
  const { W1, b1, W2 } = solution.initializeParametersHe([400, 300, 200]);
  expect((np.var(W1) * 400) / 2).toBeCloseTo(1, 1);
  expect((np.var(W2) * 300) / 2).toBeCloseTo(1, 1);
  expect(np.any(b1)).toBe(false);
});

test("dropout keeps the mean of what is passed on", () => {
  const { X, parameters } = problem(4);
  const kept = Array.from(
    { length: 4000 },
    (_, seed) => solution.forwardPropagationWithDropout(X, parameters, 0.7, seed).cache.A1,
  );
  const mean = np.divide(
    kept.reduce((sum, A1) => np.add(sum, A1)),
    kept.length,
  );
  const { A1 } = solution.forwardPropagationWithDropout(X, parameters, 1).cache;
  expect(np.max(np.abs(np.subtract(mean, A1)))).toBeLessThan(0.04 * np.max(A1));
});

test("normalized training inputs have mean 0 and deviation 1; a test point keeps its place among them", () => {
  const XTrain = np.add(np.multiply(new RandomState(1).randn(2, 50), [[3], [40]]), [[10], [-200]]);
  const { XTrain: scaled, XTest, mu, sigma } = solution.normalizeInputs(XTrain, XTrain.slice(":", "7:9"));
  expect(np.allclose(np.mean(scaled, 1), 0, 0, 1e-12)).toBe(true);
  expect(np.allclose(np.std(scaled, 1), 1)).toBe(true);
  expect(np.arrayEqual(XTest, scaled.slice(":", "7:9"))).toBe(true);
  expect(np.allclose(np.add(np.multiply(scaled, sigma), mu), XTrain)).toBe(true);
});

test("the gradient check leaves the parameters as they are, and gives its verdict when asked", () => {
  const { X, Y, parameters } = problem(1);
  const before = names.map((name) => [...parameters[name].toTypedArray()]);
  const gradients = solution.backwardPropagationN(X, Y, solution.forwardPropagationN(X, Y, parameters).cache);
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    solution.gradientCheckN(parameters, gradients, X, Y);
    expect(log).not.toHaveBeenCalled();
    solution.gradientCheckN(parameters, gradients, X, Y, 1e-7, true);
    expect(log.mock.lastCall?.[0]).toMatch(/^The gradients look right: the difference is \d/);
    solution.gradientCheckN(parameters, { ...gradients, db1: np.multiply(gradients.db1, 4) }, X, Y, 1e-7, true);
    expect(log.mock.lastCall?.[0]).toMatch(/^There is a mistake in the gradients: the difference is 0\./);
  } finally {
    log.mockRestore();
  }
  expect(names.map((name) => [...parameters[name].toTypedArray()])).toEqual(before);
});
