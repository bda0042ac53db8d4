import { compare } from "../../src/check/compare";
import { type AnyFunction, defaultTolerance } from "../../src/check/contract";
import type { PreparedCheck } from "../../src/check/prepare";
import { runSeeded } from "../../src/check/runSeeded";

/** The id of the first check that tells a function from the reference, or null. Only for trusted code. */
export async function noticedBy(fn: AnyFunction, checks: readonly PreparedCheck[]): Promise<string | null> {
  for (const { id, tolerance, cases, async, expected } of checks) {
    const within = { ...defaultTolerance, ...tolerance };
    const outcomes = await runSeeded(fn, cases, async);
    if (outcomes.some((outcome, i) => compare(outcome, expected[i], within) !== null)) return id;
  }
  return null;
}
