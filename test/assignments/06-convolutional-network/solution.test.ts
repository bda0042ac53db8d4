import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as solution from "../../../src/assignments/06-convolutional-network/staff/solution";
import { NDArray } from "../../../src/core/NDArray";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";

/** The gradient of a function of one array, by central differences. */
function measured(cost: (A: NDArray) => number, at: NDArray): NDArray {
  const epsilon = 1e-6;
  const moved = (k: number, change: number) => {
    const data = at.toTypedArray();
    data[k] += change;
    return cost(NDArray.fromData(data, at.shape));
  };
  const slopes = Float64Array.from(
    { length: at.size },
    (_, k) => (moved(k, epsilon) - moved(k, -epsilon)) / epsilon / 2,
  );
  return NDArray.fromData(slopes, at.shape);
}

/** Weights that make a cost of an array: its gradient by the array is these weights. */
const weighted = (A: NDArray, weights: NDArray): number => np.sum(np.multiply(A, weights));

function expectSame(actual: NDArray, expected: NDArray, what: string): void {
  expect(actual.shape, what).toEqual(expected.shape);
  expect(np.allclose(actual, expected, 1e-6, 1e-7), what).toBe(true);
}

describe("convBackward has the gradients that finite differences measure", () => {
  test.each([
    { f: 3, stride: 2, pad: 1 },
    { f: 2, stride: 1, pad: 0 },
    { f: 2, stride: 3, pad: 2 },
  ])("for f = $f, stride = $stride, pad = $pad", ({ f, ...hparameters }) => {
    const random = new RandomState(f);
    const [A, W, b] = [random.randn(2, 4, 5, 2), random.randn(f, f, 2, 3), random.randn(1, 1, 1, 3)];
    const { Z, cache } = solution.convForward(A, W, b, hparameters);
    const dZ = random.randn(Z.shape[0], ...Z.shape.slice(1));
    const { dAPrev, dW, db } = solution.convBackward(dZ, cache);
    const cost = (input: NDArray, filters: NDArray, bias: NDArray) =>
      weighted(solution.convForward(input, filters, bias, hparameters).Z, dZ);
    expectSame(
      dAPrev,
      measured((input) => cost(input, W, b), A),
      "dAPrev",
    );
    expectSame(
      dW,
      measured((filters) => cost(A, filters, b), W),
      "dW",
    );
    expectSame(
      db,
      measured((bias) => cost(A, W, bias), b),
      "db",
    );
  });
});

describe("poolBackward has the gradient that finite differences measure", () => {
  test.each([
    { mode: "max", f: 2, stride: 2 },
    { mode: "max", f: 3, stride: 1 },
    { mode: "average", f: 2, stride: 1 },
    { mode: "average", f: 2, stride: 3 },
  ] as const)("for $mode, f = $f, stride = $stride", ({ mode, ...hparameters }) => {
    const random = new RandomState(9);
    const APrev = random.randn(2, 5, 4, 2);
    const { A, cache } = solution.poolForward(APrev, hparameters, mode);
    const dA = random.randn(A.shape[0], ...A.shape.slice(1));
    const numeric = measured((input) => weighted(solution.poolForward(input, hparameters, mode).A, dA), APrev);
    expectSame(solution.poolBackward(dA, cache, mode), numeric, mode);
  });
});

test("conv2d is a convolutional layer of one image, one channel and one filter", () => {
  const random = new RandomState(1);
  const [image, filter] = [random.randn(7, 5), random.randn(3, 3)];
  const { Z } = solution.convForward(image.reshape(1, 7, 5, 1), filter.reshape(3, 3, 1, 1), np.zeros([1, 1, 1, 1]), {
    stride: 1,
    pad: 0,
  });
  expectSame(solution.conv2d(image, filter), Z.reshape(5, 3), "Z");
});

test("conv1x1 is a convolutional layer with filters of one pixel", () => {
  const random = new RandomState(2);
  const [A, W, b] = [random.randn(2, 3, 4, 5), random.randn(1, 1, 5, 2), random.randn(1, 1, 1, 2)];
  expectSame(solution.conv1x1(A, W, b), solution.convForward(A, W, b, { stride: 1, pad: 0 }).Z, "Z");
});

test("outputSize counts the places where the filter lies inside", () => {
  const sizes = { n: fc.integer({ min: 1, max: 40 }), f: fc.integer({ min: 1, max: 9 }) };
  const moves = { pad: fc.integer({ min: 0, max: 4 }), stride: fc.integer({ min: 1, max: 5 }) };
  fc.assert(
    fc.property(fc.record({ ...sizes, ...moves }), ({ n, f, pad, stride }) => {
      fc.pre(f <= n + 2 * pad);
      let places = 0;
      for (let corner = -pad; corner + f <= n + pad; corner += stride) places++;
      expect(solution.outputSize(n, f, pad, stride)).toBe(places);
    }),
  );
});

test("a residual block whose filters are zero passes on what is positive", () => {
  const APrev = new RandomState(3).randn(1, 4, 4, 2);
  const [W, b] = [np.zeros([3, 3, 2, 2]), np.zeros([1, 1, 1, 2])];
  const out = solution.residualBlockForward(APrev, { W1: W, b1: b, W2: W, b2: b });
  expectSame(out, np.maximum(APrev, 0), "A2");
});

test("a bottleneck saves nine multiplications of ten, as in the course's Inception example", () => {
  const direct = solution.multiplicationCount([28, 28, 192], [5, 5, 192, 32], { stride: 1, pad: 2 });
  const narrow = solution.multiplicationCount([28, 28, 192], [1, 1, 192, 16], { stride: 1, pad: 0 });
  const wide = solution.multiplicationCount([28, 28, 16], [5, 5, 16, 32], { stride: 1, pad: 2 });
  expect([direct, narrow, wide]).toEqual([120_422_400, 2_408_448, 10_035_200]);
});

test("the gradients of pooled windows add up to the gradients that came in", () => {
  const random = new RandomState(4);
  const dA = random.randn(2, 2, 2, 3);
  const cache = { APrev: random.randn(2, 5, 5, 3), hparameters: { f: 3, stride: 2 } };
  for (const mode of ["max", "average"] as const) {
    expect(np.sum(solution.poolBackward(dA, cache, mode))).toBeCloseTo(np.sum(dA), 10);
  }
});

test("nothing that was passed in is changed", () => {
  const random = new RandomState(5);
  const [APrev, W, b] = [random.randn(2, 4, 4, 2), random.randn(2, 2, 2, 3), random.randn(1, 1, 1, 3)];
  const before = [APrev, W, b].map(String);
  const { Z, cache } = solution.convForward(APrev, W, b, { stride: 1, pad: 0 });
  const gradient = String(Z);
  solution.convBackward(Z, cache);
  const pooled = solution.poolForward(APrev, { f: 2, stride: 2 });
  solution.poolBackward(pooled.A, pooled.cache);
  expect([APrev, W, b].map(String)).toEqual(before);
  expect(String(Z)).toBe(gradient);
});
