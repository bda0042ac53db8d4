import { describe, expect, test } from "vitest";
import { misconceptions } from "../../../src/assignments/09-ml-strategy/staff/misconceptions";
import * as solution from "../../../src/assignments/09-ml-strategy/staff/solution";
import { compare } from "../../../src/check/compare";
import type { AnyFunction, Outcome, Value } from "../../../src/check/contract";
import golden from "../../golden/ml-vectors.json";
import { decode, readGolden, resultOf, type Vector } from "../readGolden";

const { vectors, mistakes, vectorOf } = readGolden(golden);

const tolerance = { atol: 1e-10, rtol: 1e-9 };
const functions = solution as unknown as Record<string, AnyFunction>;

/** With the vector's inputs in order; diagnoseErrors takes all of them in one object. */
function call(implementation: AnyFunction, { function: name, inputs }: Vector): Value {
  const args = name === "diagnoseErrors" ? [decode(inputs)] : Object.values(inputs).map(decode);
  return implementation(...args) as Value;
}

const returned = (value: unknown): Outcome => ({ kind: "returned", value: value as Value, mutatedArgs: [] });
const differ = (actual: Value, expected: unknown) => compare(returned(actual), returned(expected), tolerance);

test.each(vectors.map((each) => [each.id, each] as const))("%s holds", (_, each) => {
  expect(differ(call(functions[each.function], each), resultOf(each))).toBeNull();
});

describe("the golden mistakes", () => {
  test.each(mistakes.map((each) => [each.id, each] as const))("%s is ours too", (id, mistake) => {
    const own = misconceptions.find((each) => each.id === id);
    expect(own?.function).toBe(mistake.function);
    const implementation = own?.implementation as AnyFunction;
    expect(differ(call(implementation, vectorOf(mistake.vector)), decode(mistake.wrongOutput))).toBeNull();
    const shownBy = vectors
      .filter((each) => each.function === mistake.function)
      .filter((each) => differ(call(implementation, each), resultOf(each)) !== null);
    expect(shownBy.map((each) => each.id)).toEqual(mistake.shownBy);
  });
});
