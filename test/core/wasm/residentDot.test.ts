import { expect, it } from "vitest";
import { dotVectors } from "../../../src/core/dotVectors";
import { np } from "../../../src/core/np";
import { broughtIn, longVector, memoryOf } from "../../../src/core/wasm/resident";
import { residentDot } from "../../../src/core/wasm/residentDot";
import { RandomState } from "../../../src/random/RandomState";

const random = new RandomState(5);
const a = random.randn(longVector + 10).data;
const b = random.randn(longVector + 10).data;
const ordinaryA = Float64Array.from(a);
const ordinaryB = Float64Array.from(b);

it.each([0, 1, 2, 3])(
  "adds up in the same order wherever the arrays lie, with %i elements beyond the fours",
  (rest) => {
    const n = longVector + rest;
    const expected = dotVectors(ordinaryA, ordinaryB, n);
    expect(residentDot(a, b, n - rest)).not.toBeNull();
    expect(dotVectors(a, b, n)).toBe(expected);
    expect(dotVectors(a, ordinaryB, n)).toBe(expected);
    expect(dotVectors(ordinaryA, b, n)).toBe(expected);
    const exact = ordinaryA.subarray(0, n).reduce((sum, x, i) => sum + x * ordinaryB[i], 0);
    expect(Math.abs(expected - exact)).toBeLessThan(1e-9);
  },
);

it("takes parts from where they begin", () => {
  const expected = dotVectors(ordinaryA.subarray(7), ordinaryB.subarray(3), longVector + 2);
  expect(dotVectors(a.subarray(7), b.subarray(3), longVector + 2)).toBe(expected);
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
  const x = broughtIn([longVector]).fill(1);
  expect(dotVectors(x, x, longVector)).toBe(longVector);
  x[longVector - 1] = 3;
  expect(dotVectors(x, x, longVector)).toBe(longVector + 8);
  x[10] = Number.NaN;
  expect(dotVectors(x, x, longVector)).toBeNaN();
});

it("leaves memory free to be collected, also of arrays that were multiplied with one that is kept", () => {
  const before = process.memoryUsage.rss();
  for (let i = 0; i < 300; i++) dotVectors(broughtIn([longVector]).fill(i), a, longVector);
  expect(memoryOf(a)).not.toBeNull();
  // Kept, they would take 1.2 GB.
  expect(process.memoryUsage.rss() - before).toBeLessThan(600e6);
});
