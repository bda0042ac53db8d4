import type { AnyFunction } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";

/** A small mistake that can be made in any function, whatever it computes. */
export interface Slip {
  /** Also how a mutant with it is shown: `rawData(sigmoid)`. */
  name: "rawData" | "rememberedByShape" | "sharedBuffer";
  /** A function that makes the mistake, from a right one. */
  make: (fn: AnyFunction) => AnyFunction;
  /** Whether it makes a difference to a right function on some arguments like those of its checks. */
  matters: (fn: AnyFunction, checks: readonly PreparedCheck[]) => boolean | Promise<boolean>;
}
