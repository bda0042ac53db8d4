import type { AnyFunction, Value } from "../../../src/check/contract";
import { arraysIn, mapArrays } from "../../../src/check/mapArrays";
import type { PreparedCheck } from "../../../src/check/prepare";
import type { NDArray } from "../../../src/core/NDArray";
import type { Slip } from "./Slip";
import { settled } from "./settled";

/** Writes each result of the same shape into the same memory. */
export const sharedBuffer: Slip = { name: "sharedBuffer", make, matters };

function make(fn: AnyFunction): AnyFunction {
  const kept = new Map<string, NDArray>();
  return (...args: Value[]) =>
    settled<Value>(fn(...args), (result) => {
      let place = 0;
      return mapArrays(result, (array) => {
        const key = JSON.stringify([place++, array.shape]);
        const before = kept.get(key);
        if (before) before.assign(array);
        else kept.set(key, array.copy());
        return before ?? (kept.get(key) as NDArray);
      });
    });
}

function matters(_: AnyFunction, checks: readonly PreparedCheck[]): boolean {
  return checks.some(({ expected }) =>
    expected.some((outcome) => outcome.kind === "returned" && arraysIn(outcome.value).some(({ size }) => size > 0)),
  );
}
