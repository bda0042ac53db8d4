import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/check/contract";
import { strided } from "../../src/check/strided";
import {
  decodeArguments,
  decodeOutcome,
  decodeValue,
  encodeArguments,
  encodeOutcome,
  encodeValue,
} from "../../src/check/wire";
import { NDArray } from "../../src/core/NDArray";

const throughJson = (value: Parameters<typeof encodeValue>[0]) =>
  decodeValue(JSON.parse(JSON.stringify(encodeValue(value))));

describe("wire", () => {
  test("numbers that JSON does not know survive", () => {
    for (const x of [0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(Object.is(throughJson(x), x)).toBe(true);
    }
  });

  test("arrays keep their shape and every bit of their numbers", () => {
    const array = NDArray.fromData([1, -0, Number.NaN, Number.NEGATIVE_INFINITY, 0.1, 3], [2, 3]);
    const back = throughJson(array) as NDArray;
    expect(back).toBeInstanceOf(NDArray);
    expect([...back.shape]).toEqual([2, 3]);
    expect([...back.toTypedArray()]).toEqual([1, -0, Number.NaN, Number.NEGATIVE_INFINITY, 0.1, 3]);
  });

  test("a 0-D and an empty array survive", () => {
    expect([...(throughJson(NDArray.fromData([7], [])) as NDArray).shape]).toEqual([]);
    expect([...(throughJson(NDArray.fromData([], [0, 3])) as NDArray).shape]).toEqual([0, 3]);
  });

  test("objects, lists, undefined, null, texts and booleans survive", () => {
    const value = { grads: { db: 1, none: undefined }, list: [null, "a", true, [undefined]] };
    expect(throughJson(value)).toEqual(value);
  });

  test("keys that look like tags or like the prototype are only keys", () => {
    const value = JSON.parse('{"$array": 1, "a": {"__proto__": 2, "$undefined": true}}');
    expect(JSON.stringify(throughJson(value))).toBe(JSON.stringify(value));
    expect(Object.keys((throughJson(value) as { a: object }).a)).toEqual(["__proto__", "$undefined"]);
  });

  test.each([
    ["an unknown tag", { $date: 1 }],
    ["a tag beside another key", { $array: { shape: [1], data: [1] }, b: 1 }],
    ["fewer numbers than the shape needs", { $array: { shape: [2, 2], data: [1, 2, 3] } }],
    ["a negative length", { $array: { shape: [-1], data: [] } }],
    ["a shape that is no list", { $array: { shape: "2", data: [1, 2] } }],
    ["data that are no numbers", { $array: { shape: [1], data: ["1"] } }],
    ["an unknown number", { $number: "constructor" }],
    ["a function", () => 1],
  ])("%s is refused", (_what, json) => {
    expect(() => decodeValue(json)).toThrow(TypeError);
  });

  test("the error says where it is", () => {
    expect(() => decodeValue({ a: [1, { $array: { shape: [2], data: [1] } }] })).toThrow("value.a[1]: shape (2)");
  });

  test("a view is an array like others, unless it is an argument: then it lies in memory as before", () => {
    const view = strided(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 3], { strides: [1, 2], offset: 1 });
    const result = throughJson({ a: [view] }) as { a: NDArray[] };
    expect(result.a[0].data).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
    const [argument] = decodeArguments(JSON.parse(JSON.stringify(encodeArguments([{ a: [view] }]))));
    expect((argument as { a: NDArray[] }).a[0]).toEqual(view);
  });

  test.each([
    ["a stride too few", { strides: [1], offset: 0 }],
    ["a negative stride", { strides: [1, -1], offset: 0 }],
    ["no list of strides", { strides: 1, offset: 0 }],
    ["an offset that is no number", { strides: [2, 1], offset: "1" }],
    ["a layout that takes gigabytes", { strides: [2 ** 30, 1], offset: 0 }],
    ["an offset far away", { strides: [2, 1], offset: 2 ** 30 }],
  ])("an argument with %s is refused", (_, layout) => {
    const array = { $array: { shape: [2, 2], data: [1, 2, 3, 4], ...layout } };
    expect(() => decodeArguments([array])).toThrow(TypeError);
  });

  test("arguments that are no list are refused", () => {
    expect(() => decodeArguments({ length: 0 })).toThrow(TypeError);
  });

  test("something nested too deep is refused, not followed", () => {
    let json: unknown = 1;
    for (let i = 0; i < 10_000; i++) json = [json];
    expect(() => decodeValue(json)).toThrow("levels deep");
  });
});

describe("outcomes on the wire", () => {
  test.each<[Outcome]>([
    [{ kind: "returned", value: { a: Number.NaN }, mutatedArgs: [1] }],
    [{ kind: "returned", value: { a: [1], b: [1] }, mutatedArgs: [], shared: [{ path: "b", with: "a" }] }],
    [{ kind: "returned", value: [1], mutatedArgs: [], shared: [{ path: "", with: null }] }],
    [{ kind: "threw", message: "boom" }],
    [{ kind: "threw", message: "boom", at: "12:5" }],
    [{ kind: "not-implemented", function: "sigmoid" }],
    [{ kind: "not-implemented" }],
    [{ kind: "unusable", what: { kind: "other", type: "Map" } }],
    [{ kind: "unusable", what: { kind: "unsettled", seconds: 10 } }],
  ])("%j survives", (outcome) => {
    expect(decodeOutcome(JSON.parse(JSON.stringify(encodeOutcome(outcome))))).toEqual(outcome);
  });

  test.each([
    [null],
    [{ kind: "correct" }],
    [{ kind: "stopped", cause: "time", seconds: 10 }],
    [{ kind: "unusable", what: "a Map" }],
    [{ kind: "unusable", what: { kind: "nested" } }],
    [{ kind: "returned", value: 1 }],
    [{ kind: "returned", value: 1, mutatedArgs: [-1] }],
    [{ kind: "threw", message: { toString: 1 } }],
  ])("%j is refused", (json) => {
    expect(() => decodeOutcome(json)).toThrow(TypeError);
  });
});
