import type { PreparedCheck } from "../../src/check/prepare";
import { encodeValue } from "../../src/check/wire";

/** A check as it is asked of submissions: its inputs are encoded once a run, for all of them. */
export interface EncodedCheck extends PreparedCheck {
  /** For each case, the arguments as JSON of a list of encoded values. */
  inputs: readonly string[];
}

export function encodeCheck(check: PreparedCheck): EncodedCheck {
  return { ...check, inputs: check.cases.map(({ args }) => JSON.stringify(args.map(encodeValue))) };
}
