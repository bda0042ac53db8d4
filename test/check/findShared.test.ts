import { describe, expect, test } from "vitest";
import { compare } from "../../src/check/compare";
import { type AnyFunction, defaultTolerance, type Value } from "../../src/check/contract";
import { explain } from "../../src/check/explain";
import { runCase } from "../../src/check/runCase";
import { np } from "../../src/np";

const run = (fn: AnyFunction, ...args: Value[]) => runCase(fn, { args });
const sharedIn = (fn: AnyFunction, ...args: Value[]) => {
  const outcome = run(fn, ...args);
  return outcome.kind === "returned" ? (outcome.shared ?? []) : outcome;
};
const zeros = () => np.zeros([2, 3]);
const big = np.arange(12).reshape(3, 4);

describe("What a result holds twice", () => {
  test.each<[string, () => unknown, string[][]]>([
    ["two keys for one array", () => ((w) => ({ v: w, s: w }))(zeros()), [["v", "s"]]],
    [
      "two keys for one object",
      () => ((v) => ({ v, s: v }))({ dW: zeros() }),
      [
        ["v", "s"],
        ["v.dW", "s.dW"],
      ],
    ],
    ["one list twice", () => ((row) => [row, row])([1, 2]), [["[0]", "[1]"]]],
    ["an array and its transpose", () => ((A) => ({ A, cache: [A.T] }))(zeros()), [["A", "cache[0]"]]],
    ["an array and a part of it", () => ({ A: big, b: big.slice("1:", "::2") }), [["A", "b"]]],
    ["parts that overlap", () => ({ A: big.slice(":", "0:2"), B: big.slice(":", "1:3") }), [["A", "B"]]],
  ])("%s", (_, fn, pairs) => {
    expect(sharedIn(fn)).toEqual(pairs.map(([other, path]) => ({ path, with: other })));
  });

  test.each<[string, () => unknown]>([
    ["arrays of their own", () => ({ v: zeros(), s: zeros() })],
    ["two rows of one array", () => [big.slice("0:1"), big.slice("1:2")]],
    ["two columns of one array", () => [big.slice(":", "0:1"), big.slice(":", "1:2")]],
    ["every second element, and the others", () => [big.slice(":", "::2"), big.slice(":", "1::2")]],
    ["parts of one vector, one of them reversed", () => [np.flip(big.ravel().slice("0:6")), big.ravel().slice("6:")]],
    ["numbers and texts", () => ({ a: 1, b: 1, c: "x", d: "x" })],
    ["an empty list", () => ((none: number[]) => ({ a: none, b: none }))([])],
    ["an empty array", () => ((none) => ({ a: none, b: none }))(np.zeros([0, 2]))],
  ])("not %s", (_, fn) => {
    expect(sharedIn(fn)).toEqual([]);
  });

  test("not an argument that is handed back, as caches do", () => {
    const forward = (X: Value) => ({ A: zeros(), cache: { X } });
    expect([sharedIn(forward, zeros()), sharedIn(forward, zeros())]).toEqual([[], []]);
  });

  test("a thousand of them, as a list that is short", () => {
    const w = zeros();
    expect(sharedIn(() => Array(1000).fill(w))).toHaveLength(64);
  });

  test("not columns of one array by the thousand, which are not all compared with each other", () => {
    const wide = np.zeros([2, 4000]);
    expect(sharedIn(() => Array.from({ length: 4000 }, (_, j) => wide.slice(":", `${j}:${j + 1}`)))).toEqual([]);
  });
});

describe("What comes back in a later call", () => {
  test.each<[string, () => AnyFunction]>([
    [
      "an array that is kept",
      () =>
        (
          (kept) => () =>
            kept
        )(zeros()),
    ],
    [
      "an object that is kept",
      () =>
        (
          (kept) => () =>
            kept
        )({ b: 0 }),
    ],
    [
      "a part of memory that is kept",
      () =>
        (
          (kept) => () =>
            kept.slice("0:2")
        )(zeros()),
    ],
  ])("%s", (_, make) => {
    const fn = make();
    expect([sharedIn(fn), sharedIn(fn)]).toEqual([[], [{ path: "", with: null }]]);
  });

  test("also after calls in between, and inside an object", () => {
    const kept = new Map<number, unknown>();
    const fn = (n: number) => {
      if (!kept.has(n)) kept.set(n, np.zeros([n, 1]));
      return { w: kept.get(n), b: 0 };
    };
    expect([2, 3, 2].map((n) => sharedIn(fn, n))).toEqual([[], [], [{ path: "w", with: null }]]);
  });

  test("but not what another function returns", () => {
    const kept = zeros();
    expect([sharedIn(() => kept), sharedIn(() => kept)]).toEqual([[], []]);
  });
});

describe("It is a difference", () => {
  const twice = () => ((w) => ({ v: w, s: w }))(zeros());
  const apart = () => ({ v: zeros(), s: zeros() });
  const differ = (fn: AnyFunction, reference: AnyFunction) => {
    const difference = compare(run(fn), run(reference), defaultTolerance);
    return difference && explain(difference);
  };

  test("if the reference does it nowhere", () => {
    expect(differ(twice, apart)).toBe(
      "v and s lie in the same memory: writing to one changes the other. Make each of them anew, or copy() one.",
    );
  });

  test("unless the reference does the same, in whatever order, or the learner does not", () => {
    const otherOrder = () => ((w) => ({ s: w, v: w }))(zeros());
    expect([differ(twice, twice), differ(twice, otherOrder), differ(apart, twice)]).toEqual([null, null, null]);
  });

  test("unless one of both is a key that nobody asked for", () => {
    expect(differ(() => ({ ...apart(), ...((w) => ({ v: w, all: w }))(zeros()) }), apart)).toBeNull();
  });

  test("only when everything else is right", () => {
    expect(differ(() => ((w) => ({ v: w, s: w }))(np.ones([2, 3])), apart)).toMatch(/elements differ/);
  });

  test("from one call to the next", () => {
    const kept = zeros();
    const keeps = () => ({ v: kept, s: zeros() });
    run(keeps);
    expect(differ(keeps, apart)).toBe(
      "v lies in the same memory as in an earlier call: writing to one changes the other. Make a new one in every call.",
    );
  });
});
