import { describe, expect, test } from "vitest";
import type { Activation, LayerCache, LinearCache } from "../../../src/assignments/03-deep-network/assignment";
import { misconceptions } from "../../../src/assignments/03-deep-network/staff/misconceptions";
import * as solution from "../../../src/assignments/03-deep-network/staff/solution";
import { NDArray } from "../../../src/core/NDArray";
import { loadMnist } from "../../../src/datasets/mnist";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";
import { expectClose, fromGolden, type Inputs, inputsOf, mistake, vectors } from "./golden";
import { accuracy, scaledStart, smallStart, train } from "./training";

type Implementation = (...args: never[]) => unknown;

interface Given extends LayerCache {
  A: NDArray;
  X: NDArray;
  AL: NDArray;
  Y: NDArray;
  dA: NDArray;
  dZ: NDArray;
  activation: Activation;
  caches: LayerCache[];
  parameters: ReturnType<typeof solution.initializeParametersDeep>;
  grads: ReturnType<typeof solution.modelBackward>;
  learningRate: number;
  layerDims: number[];
  nX: number;
  nH: number;
  nY: number;
}

/** The golden functions' Python names, and how ours are called with the same inputs. */
const calls: Record<string, (given: Given) => unknown> = {
  initialize_parameters: ({ nX, nH, nY }) => smallStart([nX, nH, nY]),
  initialize_parameters_deep: ({ layerDims }) => solution.initializeParametersDeep(layerDims),
  linear_forward: ({ A, W, b }) => solution.linearForward(A, W, b),
  linear_activation_forward: ({ APrev, W, b, activation }) => {
    const { A, cache } = solution.linearActivationForward(APrev, W, b, activation);
    return { A, activationCacheZ: cache.Z };
  },
  L_model_forward: ({ X, parameters }) => {
    const { AL, caches } = solution.modelForward(X, parameters);
    return { AL, caches, "len(caches)": caches.length };
  },
  compute_cost: ({ AL, Y }) => ({ cost: solution.computeCost(AL, Y) }),
  linear_backward: ({ dZ, APrev, W, b }) => solution.linearBackward(dZ, { APrev, W, b }),
  linear_activation_backward: ({ dA, activation, ...cache }) => ({
    dZ: activation === "relu" ? solution.reluBackward(dA, cache.Z) : solution.sigmoidBackward(dA, cache.Z),
    ...solution.linearActivationBackward(dA, cache, activation),
  }),
  L_model_backward: ({ AL, Y, caches }) => solution.modelBackward(AL, Y, caches),
  update_parameters: ({ parameters, grads, learningRate }) =>
    solution.updateParameters(parameters, grads, learningRate),
};

const given = (inputs: Inputs) => fromGolden(inputs) as Given;

describe("the solution", () => {
  test.each(vectors.map((vector) => [vector.id, vector] as const))("gives the golden outputs of %s", (_id, vector) => {
    expectClose(calls[vector.function](given(vector.inputs)), vector.outputs, vector.id);
  });

  test("has the gradients that finite differences measure, in every parameter and in the inputs", () => {
    const [dims, step] = [[3, 4, 3, 1], 1e-5];
    np.random.seed(24);
    const X = np.random.randn(3, 6);
    const parameters: Record<string, NDArray> = {};
    for (let l = 1; l < dims.length; l++) {
      parameters[`W${l}`] = np.random.randn(dims[l], dims[l - 1]);
      parameters[`b${l}`] = np.random.randn(dims[l], 1);
    }
    const Y = np.array([[1, 0, 1, 0, 0, 1]]);
    const { AL, caches } = solution.modelForward(X, parameters);
    const grads = solution.modelBackward(AL, Y, caches) as Record<string, NDArray>;
    // dA0 belongs to the six losses, not to their average.
    grads.dX = np.divide(grads.dA0, 6);
    const all: Record<string, NDArray> = { ...parameters, X };
    for (const [name, values] of Object.entries(all)) {
      const costAt = (moved: NDArray) => {
        const rest = name === "X" ? parameters : { ...parameters, [name]: moved };
        return solution.computeCost(solution.modelForward(name === "X" ? moved : X, rest).AL, Y);
      };
      expect(grads[`d${name}`].shape, name).toEqual(values.shape);
      const gradient = grads[`d${name}`].toTypedArray();
      for (let i = 0; i < values.size; i++) {
        const move = (distance: number) => {
          const data = values.toTypedArray();
          data[i] += distance;
          return costAt(NDArray.fromData(data, values.shape));
        };
        expect((move(step) - move(-step)) / (2 * step), `${name}, element ${i}`).toBeCloseTo(gradient[i], 8);
      }
    }
  });

  test("trains ten outputs at once: each output's gradients are those of a network of its own", () => {
    np.random.seed(5);
    const [X, Y] = [np.random.randn(4, 7), np.greater(np.random.rand(3, 7), 0.5)];
    const parameters = { W1: np.random.randn(3, 4), b1: np.random.randn(3, 1) };
    const together = solution.modelForward(X, parameters);
    const { dW1, db1 } = solution.modelBackward(together.AL, Y, together.caches);
    for (const k of [0, 1, 2]) {
      const only = `${k}:${k + 1}`;
      const alone = solution.modelForward(X, { W1: parameters.W1.slice(only), b1: parameters.b1.slice(only) });
      const own = solution.modelBackward(alone.AL, Y.slice(only), alone.caches);
      expect(np.allclose(own.dW1, dW1.slice(only), 1e-12)).toBe(true);
      expect(np.allclose(own.db1, db1.slice(only), 1e-12)).toBe(true);
    }
  });

  test("learns two digits with four layers", () => {
    const sets = loadMnist({ digits: [0, 1], train: 100, test: 100 });
    const { costs, parameters } = train(sets, scaledStart([784, 20, 7, 5, 1]), 201, 0.1);
    expect(costs.map(({ iteration }) => iteration)).toEqual([0, 100, 200]);
    expect(costs[0].cost).toBeCloseTo(Math.LN2, 1);
    expect(costs[2].cost).toBeLessThan(0.1);
    expect(accuracy(sets.XTest, sets.YTest, parameters)).toBeGreaterThan(0.95);
  });

  test("leaves the parameters it updates as they were", () => {
    const parameters = solution.initializeParametersDeep([2, 1]);
    const before = parameters.W1.tolist();
    const grads = { dW1: np.ones([1, 2]), db1: np.ones([1, 1]) };
    expect(solution.updateParameters(parameters, grads, 0.5).W1).not.toBe(parameters.W1);
    expect(parameters.W1.tolist()).toEqual(before);
  });
});

describe("the golden mistakes are ours too", () => {
  const implementation = (id: string) => {
    const found = misconceptions.find((each) => each.id === id);
    if (!found) throw new Error(`no misconception ${id}`);
    return found.implementation as Implementation as (...args: unknown[]) => unknown;
  };

  test.each(["deep-relu-backward-argument", "deep-relu-backward-argument-seed55"])(
    "relu's derivative left out (%s)",
    (id) => {
      const { vector, wrongOutput } = mistake(id);
      const { dA, APrev, W, b, Z } = vector.includes("seed55") ? seed55() : given(inputsOf(vector));
      const got = implementation("deep-relu-backward-argument")(dA, { APrev, W, b, Z }, "relu");
      const { dZ, ...expected } = wrongOutput;
      expectClose(got, expected, id);
      expectClose(dA, dZ, id);
    },
  );

  test("dA under the name of the layer that passes it on", () => {
    const { vector, wrongOutput } = mistake("deep-dA-names");
    const { AL, Y, caches } = given(inputsOf(vector));
    const got = implementation("deep-dA-names")(AL, Y, caches) as Record<string, NDArray>;
    expectClose(got, wrongOutput, vector);
    expect(got.dA0).toBeUndefined();
  });

  test("db summed over the units", () => {
    const { vector, wrongOutput } = mistake("published-db-summed-over-units");
    const { dZ, APrev, W, b } = given(inputsOf(vector));
    const cache: LinearCache = { APrev, W, b };
    expectClose(implementation("deep-db-summed-over-units")(dZ, cache), wrongOutput, vector);
  });
});

/** The inputs of a golden mistake that has no vector of its own. */
function seed55() {
  const random = new RandomState(55);
  const dA = random.randn(4, 6);
  return { dA, APrev: random.randn(2, 6), W: random.randn(4, 2), b: random.randn(4, 1), Z: random.randn(4, 6) };
}
