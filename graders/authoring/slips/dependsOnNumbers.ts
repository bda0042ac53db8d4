import { compare } from "../../../src/check/compare";
import { type AnyFunction, defaultTolerance, type Value } from "../../../src/check/contract";
import { arraysIn, mapArrays } from "../../../src/check/mapArrays";
import type { PreparedCheck } from "../../../src/check/prepare";
import { runSeeded } from "../../../src/check/runSeeded";
import { np } from "../../../src/np";

/** Whether a function looks at the numbers in its arrays, not at their shapes alone, as one that makes zeros does. */
export async function dependsOnNumbers(fn: AnyFunction, checks: readonly PreparedCheck[]): Promise<boolean> {
  for (const { cases, expected, async } of checks) {
    if (cases.every(({ args }) => arraysIn(args).length === 0)) continue;
    const others = cases.map(({ args }) => ({ args: args.map(withOtherNumbers) }));
    const outcomes = await runSeeded(fn, others, async);
    if (outcomes.some((outcome, i) => compare(outcome, expected[i], defaultTolerance) !== null)) return true;
  }
  return false;
}

function withOtherNumbers(value: Value): Value {
  return mapArrays(value, (array) => np.add(np.multiply(array, 0.75), 0.1));
}
