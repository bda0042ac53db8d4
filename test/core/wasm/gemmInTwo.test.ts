import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { NDArray } from "../../../src/core/NDArray";
import { worthCutting } from "../../../src/core/wasm/cut";
import { gemmAlone } from "../../../src/core/wasm/gemm";
import { gemmInTwo } from "../../../src/core/wasm/gemmInTwo";
import { addressOf, reserve } from "../../../src/core/wasm/heap";
import { getSharedMemory, staged } from "../../../src/core/wasm/sharedMemory";
import { RandomState } from "../../../src/random/RandomState";
import { untilReady } from "./untilReady";

type Layout = "row-major" | "transposed" | "reversed" | "gaps" | "row-major on the heap" | "transposed on the heap";
const layouts: Layout[] = [
  "row-major",
  "transposed",
  "reversed",
  "gaps",
  "row-major on the heap",
  "transposed on the heap",
];

const random = new RandomState(3);

function matrix(rows: number, columns: number, layout: Layout): NDArray {
  const data = layout.endsWith("heap") ? onHeap(rows * columns) : new Float64Array(rows * columns * 2 + 5);
  for (let i = 0; i < data.length; i++) data[i] = random.uniform() - 0.5;
  if (layout.startsWith("row-major")) return new NDArray(data, [rows, columns]);
  if (layout.startsWith("transposed")) return new NDArray(data, [rows, columns], [1, rows]);
  if (layout === "gaps") return new NDArray(data, [rows, columns], [columns * 2, 2], 5);
  return new NDArray(data, [rows, columns], [-columns, -1], rows * columns - 1);
}

function onHeap(n: number): Float64Array {
  const shared = getSharedMemory();
  const data = shared && reserve(shared, n);
  if (!data) throw new Error("the heap is full");
  return data;
}

/** How many elements differ, be it in the sign of 0. */
function differences(a: Float64Array, b: Float64Array): number {
  return a.reduce((count, x, i) => count + (Object.is(x, b[i]) ? 0 : 1), 0);
}

function expectSameBits(a: NDArray, b: NDArray): void {
  const [alone, inTwo] = [0, 1].map(() => new Float64Array(a.shape[0] * b.shape[1]).fill(Number.NaN));
  gemmAlone(a, b, alone);
  expect(gemmInTwo(a, b, inTwo)).toBe(true);
  expect(differences(inTwo, alone)).toBe(0);
}

beforeAll(untilReady);

it("gives the bits that one thread gives, for matrices of any layout and any proportions", () => {
  const length = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 60, max: 700 }));
  const layout = fc.constantFrom(...layouts);
  const cases = fc.tuple(length, length, layout, layout).map(([m, n, x, y]) => {
    const k = Math.ceil(worthCutting / (m * n));
    return { m, n, k, x, y };
  });
  fc.assert(
    fc.property(
      cases.filter(({ m, n, k }) => m * k <= staged && k * n <= staged && k > 0),
      ({ m, n, k, x, y }) => expectSameBits(matrix(m, k, x), matrix(k, n, y)),
    ),
    { seed: 1, numRuns: 60 },
  );
});

it.each([
  [20, 12288, 21],
  [20, 209, 1600],
  [513, 300, 20],
  [257, 257, 257],
])("gives the same bits for (%i, %i) times (., %i)", (m, k, n) => {
  for (const x of layouts)
    for (const y of ["row-major", "transposed on the heap"] as const) {
      expectSameBits(matrix(m, k, x), matrix(k, n, y));
    }
});

it("writes a result that lies on the heap where it lies", () => {
  const [a, b] = [matrix(800, 40, "row-major"), matrix(40, 700, "row-major")];
  const [alone, inTwo] = [new Float64Array(560_000), onHeap(560_000)];
  gemmAlone(a, b, alone);
  expect(gemmInTwo(a, b, inTwo)).toBe(true);
  expect(differences(inTwo, alone)).toBe(0);
});

it("carries NaN and infinities to where one thread does", () => {
  const [a, b] = [matrix(120, 100, "row-major"), matrix(100, 120, "transposed")];
  a.set(3, 4, Number.NaN);
  b.set(99, 119, Number.POSITIVE_INFINITY);
  expectSameBits(a, b);
});

it("leaves alone what is small, and ordinary matrices that are too large to be copied", () => {
  const out = new Float64Array(4);
  expect(gemmInTwo(matrix(2, 2, "row-major"), matrix(2, 2, "row-major"), out)).toBe(false);
  const large = new NDArray(new Float64Array(staged + 1), [1, staged + 1]);
  expect(addressOf(large.data)).toBeNull();
  expect(gemmInTwo(large, matrix(staged + 1, 2, "row-major"), out)).toBe(false);
  expect([...out]).toEqual([0, 0, 0, 0]);
});
