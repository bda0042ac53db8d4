import { describe, expect, test } from "vitest";
import { assignment } from "../../../src/assignments/07-batchnorm-softmax/assignment";
import { misconceptions } from "../../../src/assignments/07-batchnorm-softmax/staff/misconceptions";
import * as solution from "../../../src/assignments/07-batchnorm-softmax/staff/solution";
import { compare } from "../../../src/check/compare";
import type { AnyFunction, Outcome, Value } from "../../../src/check/contract";
import golden from "../../golden/bn-vectors.json";
import { argumentsOf, decode, readGolden, resultOf } from "../readGolden";

const { vectors, mistakes, vectorOf } = readGolden(golden);

const reference = solution as unknown as Record<string, AnyFunction>;
const tolerance = { atol: 1e-10, rtol: 1e-9 };

/** How far a result is from what it should be; null if it is the same. */
function difference(actual: unknown, expected: unknown) {
  const outcome = (value: unknown): Outcome => ({ kind: "returned", value: value as Value, mutatedArgs: [] });
  return compare(outcome(actual), outcome(expected), tolerance);
}

test("there is a golden vector for each graded function", () => {
  expect(new Set(vectors.map((vector) => vector.function))).toEqual(
    new Set(assignment.functions.map(({ name }) => name)),
  );
});

test.each(vectors.map((vector) => [vector.id, vector] as const))("gives the golden output of %s", (_, vector) => {
  expect(difference(reference[vector.function](...argumentsOf(vector)), resultOf(vector))).toBeNull();
});

describe("the golden mistakes are ours too:", () => {
  test.each(mistakes.map((mistake) => [mistake.id, mistake] as const))("%s", (id, mistake) => {
    const misconception = misconceptions.find((each) => each.id === id);
    expect(misconception?.function).toBe(mistake.function);
    const wrong = misconception?.implementation as AnyFunction;
    const result = wrong(...argumentsOf(vectorOf(mistake.vector)));
    expect(difference(result, decode(mistake.wrongOutput))).toBeNull();
    for (const shown of mistake.shownBy.map(vectorOf)) {
      expect(difference(wrong(...argumentsOf(shown)), resultOf(shown)), shown.id).not.toBeNull();
    }
  });
});

test("the public checks have the golden inputs", () => {
  for (const vector of vectors) {
    const given = assignment.checks
      .filter((check) => check.function === vector.function)
      .flatMap(({ cases }) => cases().map(({ args }) => args));
    const inputs = argumentsOf(vector);
    // A default may be left out.
    const same = given.some((args) => args.every((arg, i) => difference(arg, inputs[i]) === null));
    expect(same, vector.id).toBe(true);
  }
});
