import { describe, expect, test } from "vitest";
import { functionsOnArrays, misconceptionsOnArrays } from "../../../graders/course/onArrays";
import { assignment } from "../../../src/assignments/08-frameworks/assignment";
import { misconceptions as ofTensors } from "../../../src/assignments/08-frameworks/staff/misconceptions";
import * as solution from "../../../src/assignments/08-frameworks/staff/solution";
import { compare } from "../../../src/check/compare";
import { type AnyFunction, defaultTolerance, type Outcome, type Value } from "../../../src/check/contract";
import golden from "../../golden/tf-vectors.json";
import { argumentsOf, decode, readGolden, resultOf, type Vector } from "../readGolden";

const { vectors, mistakes, vectorOf } = readGolden(golden);

const reference = functionsOnArrays(assignment, solution as unknown as Record<string, AnyFunction>);
const misconceptions = misconceptionsOnArrays(assignment, ofTensors);

/** How far a result is from what it should be; null if it is the same. */
function difference(actual: unknown, expected: unknown, { tolerance }: Pick<Vector, "tolerance"> = {}) {
  const outcome = (value: unknown): Outcome => ({ kind: "returned", value: value as Value, mutatedArgs: [] });
  const within = tolerance ? { atol: tolerance.abs, rtol: tolerance.rel } : defaultTolerance;
  return compare(outcome(actual), outcome(expected), within);
}

/** One number by number is 32 bits of it: numbers of a scalar, or a shape, as the function is given them. */
const asGiven = (vector: Vector): unknown[] =>
  argumentsOf(vector).map((arg) => (Array.isArray(arg) ? arg.map(Number) : arg));

test("there is a golden vector for each graded function", () => {
  expect(new Set(vectors.map((vector) => vector.function))).toEqual(
    new Set(assignment.functions.map(({ name }) => name)),
  );
});

test.each(vectors.map((vector) => [vector.id, vector] as const))("gives the golden output of %s", (_, vector) => {
  const float32 = { tolerance: vector.tolerance ?? { abs: 1e-7, rel: 1e-6 } };
  expect(difference(reference[vector.function](...asGiven(vector)), resultOf(vector), float32)).toBeNull();
});

describe("the golden mistakes are ours too:", () => {
  test.each(mistakes.map((mistake) => [mistake.id, mistake] as const))("%s", (id, mistake) => {
    const misconception = misconceptions.find((each) => each.id === id);
    expect(misconception?.function).toBe(mistake.function);
    const wrong = misconception?.implementation as AnyFunction;
    const vector = vectorOf(mistake.vector);
    expect(difference(wrong(...asGiven(vector)), decode(mistake.wrongOutput), vector)).toBeNull();
    for (const shown of mistake.shownBy.map(vectorOf)) {
      expect(difference(wrong(...asGiven(shown)), resultOf(shown), shown), shown.id).not.toBeNull();
    }
  });
});

test("the public checks have the golden inputs", () => {
  for (const vector of vectors) {
    const given = assignment.checks
      .filter((check) => check.function === vector.function)
      .flatMap(({ cases }) => cases().map(({ args }) => args));
    const inputs = asGiven(vector);
    const same = given.some((args) => args.every((arg, i) => difference(arg, inputs[i]) === null));
    expect(same, vector.id).toBe(true);
  }
});
