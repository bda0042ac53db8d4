import type { PreparedCheck } from "../../src/check/prepare";
import { encodeArguments } from "../../src/check/wire";

/** A check as submissions are asked it. Its inputs are encoded once per run, for all submissions. */
export interface EncodedCheck extends PreparedCheck {
  /** For each case, the arguments: a list of encoded values, as JSON. */
  inputs: readonly string[];
}

export function encodeCheck(check: PreparedCheck): EncodedCheck {
  return { ...check, inputs: check.cases.map(({ args }) => JSON.stringify(encodeArguments(args))) };
}
