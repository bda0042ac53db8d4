import { NDArray } from "../core/NDArray";
import { words } from "../words/words";
import type { Outcome, Tolerance, Value } from "./contract";
import { type Description, describe } from "./describe";
import { isRecord } from "./isRecord";
import type { Shared } from "./Shared";
import { sharedBeyond } from "./sharedBeyond";

/** Where a difference lies: `path` is empty for the result itself, else e.g. `grads.dw` or `costs[1]`. */
interface Place {
  path: string;
}

/** An element of an array, at `index` (null for a plain number): what it is and what it should be. */
interface Element extends Place {
  index: number[] | null;
  got: number;
  expected: number;
}

/** Why an outcome is not the expected one. The kinds are the rungs of the ladder; `rungs` gives their order. */
export type Difference =
  | Exclude<Outcome, { kind: "returned" }>
  | (Place & { kind: "type"; got: Description; expected: Description; joined?: true })
  | (Place & { kind: "keys"; missing: string[]; others: string[] })
  | (Place & { kind: "length"; got: number; expected: number })
  | (Place & { kind: "shape"; got: readonly number[]; expected: readonly number[] })
  | (Element & { kind: "finite"; joined?: true })
  | (Element & { kind: "value"; tolerance: Tolerance; wrong: number; size: number })
  | (Place & { kind: "text"; got: string; expected: string })
  | { kind: "mutated"; args: number[] }
  | ({ kind: "shared" } & Shared);

/** Lower rungs are reported first. A call that did not return has no other difference. */
export const rungs: Record<Difference["kind"], number> = {
  "not-implemented": 0,
  threw: 0,
  unusable: 0,
  stopped: 0,
  type: 1,
  keys: 2,
  length: 3,
  shape: 4,
  finite: 5,
  value: 6,
  text: 7,
  mutated: 8,
  shared: 9,
};

/** Whether the call returned. If not, a hint about the mathematics of its code would be misleading. */
export function hasRun({ kind }: Difference): boolean {
  return rungs[kind] > 0;
}

/**
 * The first difference on the ladder, or null when the outcome is correct: not implemented, threw, structure (type,
 * keys, length), shape, finite, value, then changed arguments, and finally what was handed out twice. A number and a
 * 0-D array are interchangeable, and keys beside the expected ones do not matter.
 *
 * @throws Error when `expected` is not a returned value: the reference is broken then, and no answer can be judged.
 */
export function compare(actual: Outcome, expected: Outcome, tolerance: Tolerance): Difference | null {
  if (expected.kind !== "returned") throw new Error(words.checks.referenceFails(expected));
  if (actual.kind !== "returned") return actual;
  const differences = [...walk(actual.value, expected.value, "", tolerance)];
  const lowest = Math.min(...differences.map(({ kind }) => rungs[kind]));
  const first = differences.find(({ kind }) => rungs[kind] === lowest);
  if (first) return actual.joined && mayComeOfText(first) ? { ...first, joined: true } : first;
  const mutated = actual.mutatedArgs.filter((position) => !expected.mutatedArgs.includes(position));
  if (mutated.length > 0) return { kind: "mutated", args: mutated };
  const shared = sharedBeyond(actual, expected);
  return shared ? { kind: "shared", ...shared } : null;
}

/** A text, or what arithmetic makes of one: NaN, and a number where an array should be. */
function mayComeOfText(difference: Difference): difference is Extract<Difference, { kind: "type" | "finite" }> {
  if (difference.kind === "finite") return Number.isNaN(difference.got);
  return difference.kind === "type" && ["string", "number"].includes(difference.got.type);
}

function* walk(got: Value, expected: Value, path: string, tolerance: Tolerance): Generator<Difference> {
  const a = unwrap(got);
  const b = unwrap(expected);
  if (b instanceof NDArray && a instanceof NDArray) yield* compareArrays(a, b, path, tolerance);
  else if (typeof b === "number" && typeof a === "number") yield* compareNumbers([a], [b], null, path, tolerance);
  else if (typeof b === "number" && a instanceof NDArray) yield { kind: "shape", path, got: a.shape, expected: [] };
  else if (isList(b) && isList(a)) yield* compareLists(a, b, path, tolerance);
  else if (isObject(b) && isObject(a)) yield* compareRecords(a, b, path, tolerance);
  else if (typeof b === "string" && typeof a === "string") {
    if (a !== b) yield { kind: "text", path, got: a, expected: b };
  } else if (typeof b === "boolean" && typeof a === "boolean") {
    if (a !== b) yield { kind: "text", path, got: String(a), expected: String(b) };
  } else if (!Object.is(a, b)) yield { kind: "type", path, got: describe(a), expected: describe(b) };
}

function* compareRecords(
  got: Record<string, Value>,
  expected: Record<string, Value>,
  path: string,
  tolerance: Tolerance,
): Generator<Difference> {
  const missing = keysOf(expected).filter((key) => got[key] === undefined);
  if (missing.length > 0) {
    const others = keysOf(got).filter((key) => expected[key] === undefined);
    yield { kind: "keys", path, missing, others };
  }
  for (const key of keysOf(expected)) {
    if (got[key] !== undefined) yield* walk(got[key], expected[key], path ? `${path}.${key}` : key, tolerance);
  }
}

function* compareLists(
  got: readonly Value[],
  expected: readonly Value[],
  path: string,
  tolerance: Tolerance,
): Generator<Difference> {
  if (got.length !== expected.length) yield { kind: "length", path, got: got.length, expected: expected.length };
  else for (const [i, item] of expected.entries()) yield* walk(got[i], item, `${path}[${i}]`, tolerance);
}

function* compareArrays(got: NDArray, expected: NDArray, path: string, tolerance: Tolerance): Generator<Difference> {
  const sameShape = got.ndim === expected.ndim && got.shape.every((n, axis) => n === expected.shape[axis]);
  if (!sameShape) yield { kind: "shape", path, got: got.shape, expected: expected.shape };
  else yield* compareNumbers(got.toTypedArray(), expected.toTypedArray(), got.shape, path, tolerance);
}

/** Yields the first element that should be finite and is not, or else the one furthest beyond its tolerance. */
function* compareNumbers(
  got: ArrayLike<number>,
  expected: ArrayLike<number>,
  shape: readonly number[] | null,
  path: string,
  tolerance: Tolerance,
): Generator<Difference> {
  let worst = -1;
  let worstExcess = 0;
  let wrong = 0;
  for (let i = 0; i < expected.length; i++) {
    if (Object.is(got[i], expected[i])) continue;
    const element = { path, index: shape && indexOf(i, shape), got: got[i], expected: expected[i] };
    if (!Number.isFinite(got[i]) && Number.isFinite(expected[i])) return yield { kind: "finite", ...element };
    const distance = Math.abs(got[i] - expected[i]);
    const excess = distance - (tolerance.atol + tolerance.rtol * Math.abs(expected[i]));
    // Not `excess > 0`: the distance to an expected NaN or Infinity is NaN, and that is wrong too.
    if (excess <= 0) continue;
    wrong += 1;
    if (worst === -1 || excess > worstExcess) {
      worst = i;
      worstExcess = excess;
    }
  }
  if (worst === -1) return;
  const element = { path, index: shape && indexOf(worst, shape), got: got[worst], expected: expected[worst] };
  yield { kind: "value", ...element, tolerance, wrong, size: expected.length };
}

/** The index along each axis of the element at `position` in row-major order. */
function indexOf(position: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = position;
  for (const n of [...shape].reverse()) {
    index.unshift(rest % n);
    rest = Math.floor(rest / n);
  }
  return index;
}

function unwrap(value: Value): Value {
  return value instanceof NDArray && value.ndim === 0 ? value.toTypedArray()[0] : value;
}

function keysOf(record: Record<string, Value>): string[] {
  return Object.keys(record).filter((key) => record[key] !== undefined);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isObject(value: Value): value is Record<string, Value> {
  return isRecord(value) && !(value instanceof NDArray);
}
