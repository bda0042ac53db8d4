import { compare } from "../../../src/check/compare";
import {
  type AnyFunction,
  defaultTolerance,
  type Outcome,
  type Tolerance,
  type Value,
} from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import { runSeeded } from "../../../src/check/runSeeded";
import { words } from "../../../src/words/words";
import type { Proof } from "./Proof";
import { mapNumbers } from "./perturb";

/** What functions return that compute nothing, and how they are called in a problem. */
const constants: readonly [string, (args: readonly Value[], expected: Value) => Value][] = [
  ["0", () => 0],
  ["1", () => 1],
  ["NaN", () => Number.NaN],
  ["[]", () => []],
  [words.checks.zeros, (_, expected) => mapNumbers(expected, "", () => 0)],
  [words.checks.firstArgument, (args) => args[0]],
];

/** Two results closer than this are the same. */
const same: Tolerance = { atol: 1e-14, rtol: 1e-12 };

/** A function that computes nothing earns nothing, but in cases where that is the very result. */
export const constantsEarnNothing: Proof = async ({ checks }) => {
  const problems: string[] = [];
  for (const check of checks) {
    for (const [what, make] of constants) {
      const earned = await earnedBy(make, check);
      if (earned.length > 0) problems.push(words.checks.earnsPoints(check.id, what, earned[0] + 1));
    }
  }
  return { what: words.checks.constantsEarnNothing, problems };
};

/** The cases in which it is right, though the reference returns something else. */
async function earnedBy(
  make: (args: readonly Value[], expected: Value) => Value,
  { cases, async, expected, tolerance }: PreparedCheck,
): Promise<number[]> {
  const values = cases.map(({ args }, i) => make(args, returnedBy(expected[i])));
  let next = 0;
  const fn: AnyFunction = () => values[next++];
  const outcomes = await runSeeded(async ? async () => fn() : fn, cases, async);
  return outcomes.flatMap((outcome, i) => {
    const isRight = compare(outcome, expected[i], { ...defaultTolerance, ...tolerance }) === null;
    return isRight && compare(outcome, expected[i], same) !== null ? [i] : [];
  });
}

function returnedBy(outcome: Outcome): Value {
  return outcome.kind === "returned" ? outcome.value : undefined;
}
