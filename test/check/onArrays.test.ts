import { describe, expect, test } from "vitest";
import type { AnyFunction, Outcome, Value } from "../../src/check/contract";
import { gradientOf } from "../../src/check/gradientOf";
import { onArrays } from "../../src/check/onArrays";
import { onTensors } from "../../src/check/onTensors";
import { runCase } from "../../src/check/runCase";
import { NDArray } from "../../src/core/NDArray";
import { np } from "../../src/np";
import * as tf from "../../src/tf";

const A = np.array([
  [1, 2, 3],
  [4, 5, 6],
]);

const run = (fn: AnyFunction, ...args: Value[]): Outcome => runCase(onArrays(fn), { args });

/** The value that a call returns, with lists in place of arrays. */
function returnedBy(outcome: Outcome): unknown {
  if (outcome.kind !== "returned") throw new Error(JSON.stringify(outcome));
  const plain = (value: unknown): unknown => {
    if (value instanceof NDArray) return value.tolist();
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  };
  return plain(outcome.value);
}

describe("A function of tensors, called with arrays", () => {
  test("is given tensors of 32 bits, whatever the arrays' layout, in lists and objects too", () => {
    const given = run(
      (X: tf.Tensor, { W: [w] }: { W: tf.Tensor[] }, n: number) => {
        expect([X.dtype, X.shape, w.dtype, n]).toEqual(["float32", [3, 2], "float32", 7]);
        return [X, w.add(n)];
      },
      A.T,
      { W: [np.array([0.1])] },
      7,
    );
    expect(returnedBy(given)).toEqual([
      [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
      [Math.fround(Math.fround(0.1) + 7)],
    ]);
  });

  test("gives arrays for tensors of numbers, and leaves everything else as it is", () => {
    const result = run((X: tf.Tensor) => ({ c: 2, s: tf.scalar(3), i: X.argMax(0), b: [X.greater(3)], t: "x" }), A);
    expect(returnedBy(result)).toEqual({
      c: 2,
      s: 3,
      i: [1, 1, 1],
      b: [
        [
          [0, 0, 0],
          [1, 1, 1],
        ],
      ],
      t: "x",
    });
  });

  test.each<[string, AnyFunction, number[]]>([
    ["nothing", (X: tf.Tensor, p: { W: tf.Tensor }) => X.add(p.W), []],
    ["an argument that was disposed", (X: tf.Tensor) => X.dispose(), [0]],
    ["a value that was written", (X: tf.Tensor) => X.dataSync().set([9], 1), [0]],
    ["a tensor in an object that was disposed", (_: tf.Tensor, p: { W: tf.Tensor }) => p.W.dispose(), [1]],
    ["another tensor under a key", (X: tf.Tensor, p: { W: tf.Tensor }) => Object.assign(p, { W: X }) && undefined, [1]],
    ["a new key", (X: tf.Tensor, p: Record<string, tf.Tensor>) => Object.assign(p, { V: X }) && undefined, [1]],
  ])("has changed: %s", (_, fn, mutatedArgs) => {
    expect(run(fn, A, { W: A })).toMatchObject({ kind: "returned", mutatedArgs });
  });

  test("is told how many tensors it leaves, and they are disposed", () => {
    const before = tf.memory().numTensors;
    expect(run((X: tf.Tensor) => X.add(1).mul(2).sub(3), A)).toMatchObject({ left: 2 });
    expect(run((X: tf.Tensor) => tf.tidy(() => X.add(1).mul(2)), A)).not.toHaveProperty("left");
    expect(run((X: tf.Tensor) => [X, X], A)).not.toHaveProperty("left");
    expect(tf.memory().numTensors).toBe(before);
  });

  test("may throw, and leaves nothing behind", () => {
    const before = tf.memory().numTensors;
    expect(run((X: tf.Tensor) => tf.matMul(X.add(1), X), A)).toMatchObject({ kind: "threw" });
    expect(tf.memory().numTensors).toBe(before);
  });

  test("may return a promise if it is asynchronous", async () => {
    const fn = async (X: tf.Tensor) => {
      await null;
      return X.sum();
    };
    const outcome = await runCase(onArrays(fn, true), { args: [A] }, true);
    expect(returnedBy(outcome)).toBe(21);
    expect(run(fn, A)).toEqual({ kind: "unusable", what: { kind: "tensor", problem: "promise" } });
  });
});

test("a function of arrays can be called with tensors, and differentiated by what is told of its gradient", () => {
  const asked: unknown[] = [];
  const cube = onTensors(
    (x) => np.power(x as NDArray, 3),
    ([x], dy) => {
      asked.push((dy as NDArray).tolist());
      return [np.multiply(dy as NDArray, np.multiply(3, np.square(x as NDArray)))];
    },
  ) as (x: tf.Tensor) => tf.Tensor;
  const x = tf.tensor([1, 2, -1]);
  expect(cube(x).arraySync()).toEqual([1, 8, -1]);
  expect(
    tf
      .grad((t) => cube(t).mul(2).sum())(x)
      .arraySync(),
  ).toEqual([6, 24, 6]);
  expect(asked).toEqual([[2, 2, 2]]);
});

test("the gradient of a function of tensors, for whoever has arrays", () => {
  const f = (X: tf.Tensor, { W }: { W: tf.Tensor }) => tf.matMul(W, X);
  const [X, W, dy] = [np.array([[1], [2]]), np.array([[3, 4]]), np.array([[10]])];
  const outcome = runCase(gradientOf(f as AnyFunction), { args: [[X, { W }], dy] });
  expect(returnedBy(outcome)).toEqual([[[30], [40]], [[10, 20]]]);
});
