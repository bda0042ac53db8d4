import { describe, expect, test } from "vitest";
import { explainHidden } from "../../../graders/engine/explainHidden";
import { hide } from "../../../graders/engine/HiddenDifference";
import { knownPlaces } from "../../../graders/engine/knownPlaces";
import { compare } from "../../../src/check/compare";
import { defaultTolerance, type Outcome, type Value } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import { NDArray } from "../../../src/core/NDArray";

const returned = (value: Value, mutatedArgs: number[] = []): Extract<Outcome, { kind: "returned" }> => ({
  kind: "returned",
  value,
  mutatedArgs,
});
const array = (data: number[], ...shape: number[]) => NDArray.fromData(data, shape);
const known = new Set(["grads", "grads.dw", "grads.db", "cost", "caches"]);
const right = {
  grads: { dw: array([1, 2], 2, 1), db: 0.5 },
  cost: 6,
  caches: [
    [array([1], 1), { W: 1 }],
    [1, 2],
  ],
};
const { grads } = right;

const say = (outcome: Outcome, expected: Value = right) => {
  const difference = compare(outcome, returned(expected), defaultTolerance);
  return difference && explainHidden(hide(difference, known, defaultTolerance));
};

describe("A difference on a hidden check", () => {
  test.each<[string, Outcome]>([
    ["Not implemented yet.", { kind: "not-implemented", function: "x7315" }],
    ["It threw an error.", { kind: "threw", message: "x7315", at: "7:315" }],
    ["Its result is too large.", { kind: "unusable", what: { kind: "too-large" } }],
    ["Its result is too large.", { kind: "stopped", cause: "excess", of: "questions", most: 7315 }],
    ["It was stopped: the submission has used its processor time.", { kind: "stopped", cause: "budget", seconds: 73 }],
    ["It was stopped: it took too long.", { kind: "stopped", cause: "time", seconds: 7 }],
    ["It was stopped: it used too much memory.", { kind: "stopped", cause: "memory", megabytes: 7 }],
    ["It was stopped: its process ended early.", { kind: "stopped", cause: "died", end: 73 }],
    ["It was stopped: its process ended early.", { kind: "stopped", cause: "forged" }],
    [
      "It returned a promise. Without `async`, a function returns the value itself.",
      { kind: "unusable", what: { kind: "promise" } },
    ],
    [
      "It returned something that is neither a number, an array, a list nor an object.",
      { kind: "unusable", what: { kind: "other", type: "x7315" } },
    ],
    ["The result is undefined. Is a `return` missing?", returned(undefined)],
    [
      "grads.dw is a list, expected an array. np.array(…) makes",
      returned({ ...right, grads: { ...grads, dw: [7315] } }),
    ],
    ["caches is an array, expected a list. .tolist() makes", returned({ ...right, caches: array([7315], 1) })],
    ["The result is of another type than expected.", returned("x7315")],
    ["cost is of another type than expected.", returned({ ...right, cost: { x7315: 1 } })],
    ["grads.dw is missing.", returned({ ...right, grads: { x7315: 1 } })],
    ["caches is a list of the wrong length.", returned({ ...right, caches: Array(7315).fill(0) })],
    ["cost is an array, expected a number. `np.sum(a)`", returned({ ...right, cost: array([7315], 1) })],
    [
      "grads.dw has the wrong shape. It is a rank-1 array",
      returned({ ...right, grads: { ...grads, dw: array([7, 3, 5], 3) } }),
    ],
    [
      "grads.dw has the wrong shape. It is transposed",
      returned({ ...right, grads: { ...grads, dw: array([7, 3], 1, 2) } }),
    ],
    ["grads.dw has the wrong shape.", returned({ ...right, grads: { ...grads, dw: array([7, 3, 1, 5], 2, 2) } })],
    ["cost is or holds NaN, where", returned({ ...right, cost: Number.NaN })],
    ["grads.dw is or holds Infinity, where", returned({ ...right, grads: { ...grads, dw: array([1, -1 / 0], 2, 1) } })],
    [
      "grads.dw is off by more than 1e-8 + 0.000001·|expected|.",
      returned({ ...right, grads: { ...grads, dw: array([1, 7315], 2, 1) } }),
    ],
    ["It changed an argument in place. Work on a copy", returned(right, [7, 3, 15])],
    [
      "Two parts of its result lie in the same memory: writing to one changes the other. Make each",
      { ...returned(right), shared: [{ path: "caches[1]", with: "caches[0]" }] },
    ],
    [
      "Its result lies in the same memory as in an earlier call: writing to one changes the other. Make a new one",
      { ...returned(right), shared: [{ path: "grads.dw", with: null }] },
    ],
  ])("%s", (sentence, outcome) => {
    const said = say(outcome);
    expect(said?.slice(0, sentence.length)).toBe(sentence);
    expect(said).not.toMatch(/7|315/);
  });

  test("is not what was expected where that is a text or a truth value", () => {
    expect(say(returned("x7315"), "yes")).toBe("The result is not what was expected.");
    expect(say(returned(false), true)).toBe("The result is not what was expected.");
  });

  test("is at a known key, and never at a position of a list or of an array", () => {
    const sentence = "Something in caches is off by more than 1e-8 + 0.000001·|expected|.";
    const others = [
      [
        [array([9], 1), { W: 1 }],
        [1, 2],
      ],
      [
        [array([1], 1), { W: 9 }],
        [1, 2],
      ],
      [
        [array([1], 1), { W: 1 }],
        [9, 2],
      ],
      [
        [array([1], 1), { W: 1 }],
        [1, 9],
      ],
    ];
    for (const caches of others) expect(say(returned({ ...right, caches }))).toBe(sentence);
    const list = [1, array([1, 2, 3], 3), { W3: 1 }];
    for (const wrong of [
      [9, list[1], list[2]],
      [1, array([1, 2, 9], 3), list[2]],
      [1, array([9, 2, 3], 3), { W3: 1 }],
      [1, list[1], { W3: 2 }],
    ])
      expect(say(returned(wrong as Value), list)).toMatch(/^Something in the result is off/);
  });

  test("is not at a key that depends on the inputs, nor is such a key named that is missing", () => {
    const parameters = { W1: 1, W2: 1, W3: 1 };
    expect(say(returned({ ...parameters, W2: 2 }), parameters)).toMatch(/^Something in the result is off/);
    expect(say(returned({ W1: 1, W2: 1 }), parameters)).toBe("Something in the result is missing.");
  });
});

describe("Known places", () => {
  const check = (hidden: boolean, ...values: Value[]) =>
    ({ hidden, expected: values.map((value) => returned(value)) }) as unknown as PreparedCheck;

  test("are the keys that all cases of all public checks have, whatever hidden ones have", () => {
    const places = knownPlaces([
      check(false, { grads: { dw: 1, db: 2 }, W1: 1 }, { grads: { dw: 1, db: 2 }, W1: 1, W2: 1 }),
      check(false, { grads: { dw: 1 }, W1: 1, list: [{ a: 1 }] }),
      check(true, { grads: { dw: 1 }, W1: 1, W9: 1 }),
    ]);
    expect([...places]).toEqual(["grads", "grads.dw", "W1"]);
  });

  test("are none where there is no public check, and no object", () => {
    expect(knownPlaces([check(true, { a: 1 })]).size).toBe(0);
    expect(knownPlaces([check(false, { a: 1 }, 2)]).size).toBe(0);
  });
});
