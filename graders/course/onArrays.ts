import type { AnyFunction, Assignment, Misconception } from "../../src/check/contract";
import { onArrays } from "../../src/check/onArrays";

type Functions = Readonly<Record<string, AnyFunction>>;

/** Graded functions as checks call them: those of tensors are given arrays, and return arrays. */
export function functionsOnArrays({ functions }: Assignment, given: Functions): Functions {
  const ofTensors = functions.filter(({ name, arrays }) => arrays === "tensor" && typeof given[name] === "function");
  if (ofTensors.length === 0) return given;
  return { ...given, ...Object.fromEntries(ofTensors.map(({ name, async }) => [name, onArrays(given[name], async)])) };
}

/** As {@link functionsOnArrays}. */
export function misconceptionsOnArrays(
  assignment: Assignment,
  misconceptions: readonly Misconception[],
): Misconception[] {
  return misconceptions.map((each) => {
    const { [each.function]: implementation } = functionsOnArrays(assignment, { [each.function]: each.implementation });
    return { ...each, implementation };
  });
}
