import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { NDArray } from "../../../src/core/NDArray";
import { allowRelaxed, gemm, gemmAvailable } from "../../../src/core/wasm/gemm";
import { RandomState } from "../../../src/random/RandomState";

type Layout = "row-major" | "transposed" | "gaps";

function matrix(random: RandomState, rows: number, columns: number, layout: Layout): NDArray {
  if (layout === "row-major") return random.randn(rows, columns);
  if (layout === "transposed") return random.randn(columns, rows).T;
  return new NDArray(random.randn(rows * columns * 6 + 5).data, [rows, columns], [columns * 6, 2], 5);
}

function product(a: NDArray, b: NDArray): Float64Array {
  const [m, k] = a.shape;
  const n = b.shape[1];
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) for (let p = 0; p < k; p++) out[i * n + j] += a.at(i, p) * b.at(p, j);
  }
  return out;
}

function largestError(got: Float64Array, expected: Float64Array): number {
  return got.reduce((worst, x, i) => Math.max(worst, Math.abs(x - expected[i])), 0);
}

const layouts: Layout[] = ["row-major", "transposed", "gaps"];

describe.each([true, false])("gemm with relaxed multiply-add allowed: %s", (relaxed) => {
  afterAll(() => allowRelaxed(true));

  it("multiplies matrices of any small shape and layout", () => {
    allowRelaxed(relaxed);
    expect(gemmAvailable()).toBe(true);
    const length = fc.integer({ min: 1, max: 11 });
    const layout = fc.constantFrom(...layouts);
    fc.assert(
      fc.property(length, length, length, layout, layout, fc.nat(1000), (m, k, n, x, y, seed) => {
        const random = new RandomState(seed);
        const a = matrix(random, m, k, x);
        const b = matrix(random, k, n, y);
        const out = new Float64Array(m * n).fill(Number.NaN);
        gemm(a, b, out);
        expect(largestError(out, product(a, b))).toBeLessThan(1e-13);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    [257, 300, 9],
    [20, 600, 261],
    [3, 258, 513],
  ])("multiplies (%i, %i) by (., %i), which takes several blocks", (m, k, n) => {
    allowRelaxed(relaxed);
    for (const x of layouts) {
      for (const y of layouts) {
        const random = new RandomState(7);
        const a = matrix(random, m, k, x);
        const b = matrix(random, k, n, y);
        const out = new Float64Array(m * n);
        gemm(a, b, out);
        expect(largestError(out, product(a, b))).toBeLessThan(1e-11);
      }
    }
  });

  it("carries NaN and Infinity through", () => {
    allowRelaxed(relaxed);
    const a = NDArray.fromData([Number.NaN, 1, 2, Number.POSITIVE_INFINITY], [2, 2]);
    const out = new Float64Array(2);
    gemm(a, NDArray.fromData([1, 1], [2, 1]), out);
    expect([...out]).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
  });
});
