import { describe, expect, test } from "vitest";
import { functionsOnArrays } from "../../../graders/course/onArrays";
import { modelForward } from "../../../src/assignments/03-deep-network/staff/solution";
import { updateParametersWithAdam } from "../../../src/assignments/05-optimization/staff/solution";
import { assignment } from "../../../src/assignments/08-frameworks/assignment";
import * as solution from "../../../src/assignments/08-frameworks/staff/solution";
import type { AnyFunction } from "../../../src/check/contract";
import type { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";
import * as tf from "../../../src/tf";

type Parameters = Record<string, NDArray>;

const { forwardPropagation, totalLoss, trainStep, trainModel, sigmoidCrossEntropy, accuracy } = functionsOnArrays(
  assignment,
  solution as unknown as Record<string, AnyFunction>,
) as Record<string, (...args: unknown[]) => never>;

const random = new RandomState(3);
const X = random.randn(3, 6);
const Y = np.equal(np.arange(4).reshape(4, 1), random.randint(0, 4, [1, 6]));
const parameters: Parameters = {
  W1: np.multiply(0.6, random.randn(5, 3)),
  b1: np.multiply(0.6, random.randn(5, 1)),
  W2: np.multiply(0.6, random.randn(4, 5)),
  b2: np.multiply(0.6, random.randn(4, 1)),
};

/** The cost in 64 bits, by `np`. */
function costOf({ W1, b1, W2, b2 }: Parameters): number {
  const A1 = np.maximum(np.add(np.dot(W1, X), b1), 0);
  const Z = np.add(np.dot(W2, A1), b2);
  const logs = np.log(np.sum(np.exp(Z), 0));
  return (np.sum(logs) - np.sum(np.multiply(Y, Z))) / 6;
}

function expectClose(actual: NDArray, expected: NDArray, atol: number): void {
  expect([...actual.shape]).toEqual([...expected.shape]);
  expect(np.allclose(actual, expected, 1e-4, atol)).toBe(true);
}

/** Central differences, in 64 bits, of the cost by each entry of a parameter. */
function numericGradient(name: string): NDArray {
  const gradient = np.zerosLike(parameters[name]);
  const [rows, columns] = parameters[name].shape;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const moved = (by: number) => {
        const copy = parameters[name].copy();
        copy.set(i, j, copy.at(i, j) + by);
        return costOf({ ...parameters, [name]: copy });
      };
      gradient.set(i, j, (moved(1e-6) - moved(-1e-6)) / 2e-6);
    }
  }
  return gradient;
}

/** By automatic differentiation. */
function gradientsAt(at: Parameters): Parameters {
  return tf.tidy(() => {
    const names = Object.keys(at);
    const tensorOf = (array: NDArray) => tf.tensor(Float32Array.from(array.toTypedArray()), [...array.shape]);
    const [images, labels] = [X, Y].map(tensorOf);
    const cost = (...values: tf.Tensor[]) => {
      const given = Object.fromEntries(names.map((name, i) => [name, values[i]]));
      return tf.div(solution.totalLoss(solution.forwardPropagation(images, given), labels), 6);
    };
    const grads = tf.grads(cost)(names.map((name) => tensorOf(at[name])));
    return Object.fromEntries(names.map((name, i) => [`d${name}`, np.array(grads[i].arraySync())]));
  });
}

describe("The network in TensorFlow.js agrees with `np`:", () => {
  test("its cost", () => {
    const logits: NDArray = forwardPropagation(X, parameters);
    expect(Number(totalLoss(logits, Y)) / 6).toBeCloseTo(costOf(parameters), 5);
  });

  test.each(Object.keys(parameters))("its gradient by %s, and central differences", (name) => {
    const step: { parameters: Parameters; cost: number } = trainStep(X, Y, parameters, 1);
    expectClose(np.subtract(parameters[name], step.parameters[name]), numericGradient(name), 2e-6);
  });

  test("its ReLU, with assignment 3's pass forward", () => {
    const logits: NDArray = forwardPropagation(X, parameters);
    const { AL } = modelForward(X, parameters as never) as { AL: NDArray };
    expectClose(np.divide(1, np.add(1, np.exp(np.negative(logits)))), AL, 1e-6);
  });

  test("five steps of Adam, with assignment 5's", () => {
    const trained: { parameters: Parameters; costs: number[] } = trainModel(X, Y, parameters, 0.05, 5);
    let ours = parameters;
    let v: Parameters = Object.fromEntries(Object.keys(ours).map((name) => [`d${name}`, np.zerosLike(ours[name])]));
    let s = v;
    for (let t = 1; t <= 5; t++) {
      const grads = gradientsAt(ours);
      const next = updateParametersWithAdam(
        ours as never,
        grads as never,
        v as never,
        s as never,
        t,
        0.05,
        0.9,
        0.999,
        1e-7,
      );
      ({ parameters: ours, v, s } = next as unknown as { parameters: Parameters; v: Parameters; s: Parameters });
    }
    for (const name of Object.keys(ours)) expectClose(trained.parameters[name], ours[name], 1e-4);
    expect(trained.costs[0]).toBeGreaterThan(trained.costs[4]);
  });
});

test("the logistic loss is finite for logits that overflow e^z in 32 bits, and right in between", () => {
  const losses: NDArray = sigmoidCrossEntropy(np.array([[-500, -3, 0, 3, 500]]), np.array([[1, 0, 1, 1, 0]]));
  const expected = [500, Math.log1p(Math.exp(-3)), Math.log(2), Math.log1p(Math.exp(-3)), 500];
  expectClose(losses, np.array([expected]), 1e-6);
});

test("of equal logits, the first class counts, as for NumPy's argmax", () => {
  expect(
    accuracy(
      np.zeros([3, 2]),
      np.array([
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
    ),
  ).toBe(0.5);
});

test("the solution leaves no tensors behind", () => {
  const before = tf.memory().numTensors;
  for (const fn of [() => forwardPropagation(X, parameters), () => trainStep(X, Y, parameters, 0.1)]) fn();
  expect(tf.memory().numTensors).toBe(before);
});
