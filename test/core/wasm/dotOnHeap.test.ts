import { beforeAll, expect, it } from "vitest";
import { allocate, longArray } from "../../../src/core/allocate";
import { dotVectors } from "../../../src/core/dotVectors";
import { dotOnHeap } from "../../../src/core/wasm/dotOnHeap";
import { addressOf } from "../../../src/core/wasm/heap";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";
import { untilReady } from "./untilReady";

beforeAll(untilReady);

const random = new RandomState(5);
const a = random.randn(longArray + 10).data;
const b = random.randn(longArray + 10).data;
const ordinaryA = Float64Array.from(a);
const ordinaryB = Float64Array.from(b);

it.each([0, 1, 2, 3])(
  "adds up in the same order wherever the arrays lie, with %i elements beyond the fours",
  (rest) => {
    const n = longArray + rest;
    const expected = dotVectors(ordinaryA, ordinaryB, n);
    expect(dotOnHeap(a, b, 4, n - rest)).not.toBeNull();
    expect(dotVectors(a, b, n)).toBe(expected);
    expect(dotVectors(a, ordinaryB, n)).toBe(expected);
    expect(dotVectors(ordinaryA, b, n)).toBe(expected);
    const exact = ordinaryA.subarray(0, n).reduce((sum, x, i) => sum + x * ordinaryB[i], 0);
    expect(Math.abs(expected - exact)).toBeLessThan(1e-9);
  },
);

it("takes parts from where they begin", () => {
  const expected = dotVectors(ordinaryA.subarray(7), ordinaryB.subarray(3), longArray + 2);
  expect(dotVectors(a.subarray(7), b.subarray(3), longArray + 2)).toBe(expected);
});

it("has the bits of ordinary arrays in every layout that np.dot takes", () => {
  const [x, y] = [np.array(ordinaryA), np.array(ordinaryB)];
  const [p, q] = [np.asarray(ordinaryA), np.asarray(ordinaryB)];
  for (const index of [":", "5:", "::2", "::-1"]) {
    const [left, right] = [x.slice(index), y.slice(index)];
    const expected = np.dot(p.slice(index), q.slice(index)).item();
    expect(np.dot(left, right).item()).toBe(expected);
    expect(np.dot(left.reshape(1, -1), right.reshape(1, -1).T).item()).toBe(expected);
    expect(np.vdot(left, right)).toBe(expected);
  }
});

it("multiplies an array with itself, carries NaN through and sees what is written later", () => {
  const x = allocate(longArray).fill(1);
  expect(dotVectors(x, x, longArray)).toBe(longArray);
  x[longArray - 1] = 3;
  expect(dotVectors(x, x, longArray)).toBe(longArray + 8);
  x[10] = Number.NaN;
  expect(dotVectors(x, x, longArray)).toBeNaN();
});

it("leaves memory free to be collected, also of arrays that were multiplied with one that is kept", () => {
  const before = process.memoryUsage.rss();
  for (let i = 0; i < 300; i++) dotVectors(allocate(longArray).fill(i), a, longArray);
  expect(addressOf(a)).not.toBeNull();
  // Kept, they would take 1.2 GB.
  expect(process.memoryUsage.rss() - before).toBeLessThan(600e6);
});
