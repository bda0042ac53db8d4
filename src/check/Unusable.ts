import { isRecord } from "./isRecord";
import type { TensorProblem } from "./tensorLibrary";

/**
 * A result that no graded function may return: a promise from a function that is not async, or one that never settles
 * (or did not within some seconds); a value nested too deep, or too large; a tensor that holds nothing to compare, or
 * something else where tensors are expected; or one of another type, such as `Map`.
 */
export type Unusable =
  | { kind: "promise" }
  | { kind: "too-large" }
  | { kind: "unsettled"; seconds?: number }
  | { kind: "nested"; levels: number }
  | { kind: "tensor"; problem: (typeof tensorProblems)[number] }
  | { kind: "other"; type: string };

/** Why a function of tensors has no result, besides what is wrong with a tensor: an array of `np`, or a promise. */
const tensorProblems = ["disposed", "foreign", "complex64", "string", "array", "promise"] as const satisfies (
  | Exclude<TensorProblem, "too-large">
  | "array"
  | "promise"
)[];

/**
 * @param text checks a text, and may shorten it
 * @throws TypeError when `json` does not encode one
 */
export function decodeUnusable(json: unknown, text: (json: unknown) => string): Unusable {
  const { kind, seconds, levels, type, problem } = isRecord(json) ? json : {};
  switch (kind) {
    case "promise":
    case "too-large":
      return { kind };
    case "unsettled":
      return seconds === undefined ? { kind } : { kind, seconds: number(seconds) };
    case "nested":
      return { kind, levels: number(levels) };
    case "tensor": {
      const known = tensorProblems.find((one) => one === problem);
      if (!known) throw new TypeError(`unknown problem of a tensor ${JSON.stringify(problem)}`);
      return { kind, problem: known };
    }
    case "other":
      return { kind, type: text(type) };
    default:
      throw new TypeError(`unknown kind of result ${JSON.stringify(kind)}`);
  }
}

function number(json: unknown): number {
  if (typeof json !== "number") throw new TypeError(`expected a number in an outcome, got ${typeof json}`);
  return json;
}
