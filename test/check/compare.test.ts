import { describe, expect, test } from "vitest";
import { compare } from "../../src/check/compare";
import { defaultTolerance, type Outcome, type Value } from "../../src/check/contract";
import { explain } from "../../src/check/explain";
import { NDArray } from "../../src/core/NDArray";

const returned = (value: Value, mutatedArgs: number[] = []): Outcome => ({ kind: "returned", value, mutatedArgs });
const array = (data: number[], ...shape: number[]) => NDArray.fromData(data, shape);
const differ = (got: Value, expected: Value) => compare(returned(got), returned(expected), defaultTolerance);
const say = (got: Value, expected: Value) => {
  const difference = differ(got, expected);
  return difference && explain(difference);
};

const expected = { grads: { dw: array([1, 2], 2, 1), db: 0.5 }, cost: 6 };

describe("what is right", () => {
  test.each<[string, Value, Value]>([
    ["equal values", expected, { cost: 6, grads: { db: 0.5, dw: array([1, 2], 2, 1) } }],
    ["values within the tolerance", 1 + 5e-7, 1],
    ["a 0-D array for a number", array([2]), 2],
    ["a number for a 0-D array", 2, array([2])],
    [
      "the same infinity and NaN",
      array([Number.NaN, Number.POSITIVE_INFINITY], 2),
      array([Number.NaN, Number.POSITIVE_INFINITY], 2),
    ],
    ["minus zero for zero", -0, 0],
    ["a key that is there but undefined", { a: 1, b: undefined }, { a: 1 }],
    ["an empty array", array([], 0, 2), array([], 0, 2)],
    ["a key beside those that are asked for", { ...expected, A: 1, grads: { ...expected.grads, dA: 2 } }, expected],
  ])("%s", (_what, got, right) => {
    expect(differ(got, right)).toBeNull();
  });
});

describe("the ladder", () => {
  test.each<[string, Value, Value]>([
    ["The result is undefined, expected a number. Is a `return` missing?", undefined, 1],
    ["The result: expected an object with grads and cost, got a list of length 2.", [1, 2], expected],
    [
      "grads: expected an object with dw and db, got an array of shape (2, 1).",
      { grads: array([1, 2], 2, 1), cost: 6 },
      expected,
    ],
    ["The result lacks cost.", { grads: expected.grads }, expected],
    ["The result lacks cost; it has J and A.", { grads: expected.grads, J: 6, A: 1 }, expected],
    ["costs has length 99, expected 1.", { costs: Array(99).fill(1) }, { costs: [6] }],
    [
      "grads.dw has shape (1, 3), expected (2, 1).",
      { grads: { dw: array([1, 2, 3], 1, 3), db: 0 }, cost: 0 },
      expected,
    ],
    ["cost is an array of shape (1, 1), expected a number.", { ...expected, cost: array([6], 1, 1) }, expected],
    ["has shape (2,), expected (2, 1). It is a rank-1 array", array([1, 2], 2), array([1, 2], 2, 1)],
    ["has shape (1, 2), expected (2, 1). It is transposed", array([1, 2], 1, 2), array([1, 2], 2, 1)],
    ["cost is NaN, expected 6. NaN comes from 0/0", { ...expected, cost: Number.NaN }, expected],
    ["The result at [1, 0] is infinite, expected 2.", array([9, Number.POSITIVE_INFINITY], 2, 1), array([1, 2], 2, 1)],
    [
      "The result at [0, 1] is 9, expected 2 (2 of 3 elements differ).",
      array([1.5, 9, 3], 1, 3),
      array([1, 2, 3], 1, 3),
    ],
    ["costs[1] is 5, expected 6.", { costs: [1, 5] }, { costs: [1, 6] }],
    ["The result is 1, expected NaN.", 1, Number.NaN],
    ["The result is no, expected yes.", "no", "yes"],
    ["The result is false, expected true.", false, true],
    ["expected a number, got a boolean", true, 1],
    ["expected a list of length 1, got an array of shape (1,). .tolist() makes", array([1], 1), [1]],
    ["expected an array of shape (1,), got a list of length 1. np.array(…) makes", [1], array([1], 1)],
  ])("%s", (message, got, right) => {
    expect(say(got, right)).toContain(message);
  });

  test("structure comes before shape, shape before finite, finite before value", () => {
    const right = { a: 1, b: array([1, 2], 1, 2), c: 3 };
    expect(differ({ a: 9, b: array([1], 1), c: "x" }, right)).toMatchObject({ kind: "type", path: "c" });
    expect(differ({ a: Number.NaN, b: array([1], 1), c: 3 }, right)).toMatchObject({ kind: "shape", path: "b" });
    expect(differ({ a: 9, b: array([1, Number.NaN], 1, 2), c: 3 }, right)).toMatchObject({ kind: "finite", path: "b" });
  });

  test("changed arguments count only when everything else is right", () => {
    expect(compare(returned(1, [0, 2]), returned(1), defaultTolerance)).toEqual({ kind: "mutated", args: [0, 2] });
    expect(explain({ kind: "mutated", args: [0] })).toContain("its first argument in place");
    expect(explain({ kind: "mutated", args: [0, 3] })).toContain("its first and 4th arguments in place");
    expect(compare(returned(2, [0]), returned(1), defaultTolerance)).toMatchObject({ kind: "value" });
    expect(compare(returned(1, [0]), returned(1, [0]), defaultTolerance)).toBeNull();
  });

  test("a call that did not return is its own difference", () => {
    const threw: Outcome = { kind: "threw", message: "RangeError: boom" };
    expect(compare(threw, returned(1), defaultTolerance)).toEqual(threw);
  });

  test("a reference that does not return is our fault, not the learner's", () => {
    expect(() => compare(returned(1), { kind: "not-implemented" }, defaultTolerance)).toThrow("the reference");
  });

  test("a tolerance is relative to the expected value", () => {
    expect(compare(returned(1001), returned(1000), { atol: 0, rtol: 1e-3 })).toBeNull();
    expect(compare(returned(1001.1), returned(1000), { atol: 0, rtol: 1e-3 })).not.toBeNull();
  });
});
