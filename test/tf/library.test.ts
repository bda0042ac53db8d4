import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as tf from "../../src/tf";
import { library } from "../../src/tf/library/tensorflow";

const folder = join(__dirname, "../../src/tf/library");

test("the bundle is what `npm run build:tf` makes", async () => {
  const { bundled } = (await import(join(folder, "build.mjs"))) as { bundled(): Promise<string> };
  expect(readFileSync(join(folder, "tensorflow.ts"), "utf8") === (await bundled())).toBe(true);
});

test("nablab/tf exports all that is bundled, but for the engine and the classes", () => {
  const inside = ["engine", "Tensor", "Variable"];
  expect(Object.keys(tf).sort()).toEqual(
    Object.keys(library)
      .filter((name) => !inside.includes(name))
      .sort(),
  );
});

test("nothing is left in the global object", () => {
  expect(Object.keys(globalThis).filter((name) => name.startsWith("_tf"))).toEqual([]);
});

describe("TensorFlow.js", () => {
  test("differentiates, by functions and by methods", () => {
    const cube = (x: tf.Tensor) => x.mul(x).mul(x);
    expect(tf.grad(cube)(tf.scalar(3)).dataSync()[0]).toBe(27);
    const w = tf.variable(tf.tensor([1, 2]));
    const { value, grads } = tf.variableGrads(() => tf.sum(tf.square(w)));
    expect([value.arraySync(), grads[w.name].arraySync()]).toEqual([5, [2, 4]]);
    w.dispose();
  });

  test("computes in 32 bits", () => {
    expect(tf.scalar(16_777_217).dataSync()[0]).toBe(16_777_216);
    expect(tf.Reduction).toEqual(library.Reduction);
  });

  test("draws the same numbers from the same seed", () => {
    const draw = (seed: number) => tf.randomNormal([5], 0, 1, "float32", seed).arraySync();
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  test.each(
    Object.entries({ relu: tf.relu, sigmoid: tf.sigmoid, tanh: tf.tanh, softmax: tf.softmax, log1p: tf.log1p }),
  )("has a gradient of %s that agrees with central differences", (_, g) => {
    const weights = tf.tensor([0.3, -0.7, 1.1]);
    const f = (x: tf.Tensor) => tf.sum(tf.mul(g(x), weights));
    const x = [0.5, -0.4, 1.5];
    const got = tf.grad(f)(tf.tensor(x)).arraySync() as number[];
    const h = 1e-2;
    const at = (i: number, by: number) => f(tf.tensor(x.map((v, j) => (i === j ? v + by : v)))).dataSync()[0];
    for (const [i, derivative] of got.entries()) expect(derivative).toBeCloseTo((at(i, h) - at(i, -h)) / (2 * h), 3);
  });

  test("knows convolution and pooling, with their gradients", () => {
    const image = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
    const filter = tf.tensor4d([1, 0, 0, -1], [2, 2, 1, 1]);
    expect(tf.conv2d(image, filter, 1, "valid").arraySync().flat(3)).toEqual([-4, -4, -4, -4]);
    expect(tf.maxPool(image, 2, 1, "valid").arraySync().flat(3)).toEqual([5, 6, 8, 9]);
    const by = tf.grad((f) => tf.sum(tf.conv2d(image, f, 1, "valid")))(filter);
    expect(by.arraySync().flat(3)).toEqual([12, 16, 24, 28]);
  });
});
