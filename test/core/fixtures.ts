import { NDArray } from "../../src/core/NDArray";
import type { SliceIndex } from "../../src/core/parseSlice";

/** A value as test/golden/make_numpy_fixtures.py writes it. */
export type Encoded =
  | number
  | string
  | boolean
  | null
  | Encoded[]
  | { shape: number[]; data: (number | string)[]; view?: (string | number | null)[][] }
  | { input: number }
  | { error: true };

const special: Record<string, number> = { nan: Number.NaN, inf: Infinity, "-inf": -Infinity };

/** The value a fixture stands for; every call gives new arrays. */
export function decode(encoded: Encoded, inputs: Encoded[] = []): unknown {
  if (typeof encoded === "string") return encoded in special ? special[encoded] : encoded;
  if (Array.isArray(encoded)) return encoded.map((element) => decode(element, inputs));
  if (typeof encoded !== "object" || encoded === null || "error" in encoded) return encoded;
  if ("input" in encoded) return decode(inputs[encoded.input], inputs);
  const data = encoded.data.map((x) => (typeof x === "string" ? special[x] : x));
  let array = NDArray.fromData(data, encoded.shape);
  for (const [kind, ...indices] of encoded.view ?? []) {
    array = kind === "T" ? array.T : array.slice(...(indices as SliceIndex[]));
  }
  return array;
}

/** A comparable form: arrays as shape and numbers, 0-dimensional ones as the number. */
export function flatten(value: unknown): unknown {
  if (value instanceof NDArray) {
    return value.ndim === 0 ? value.item() : { shape: value.shape, data: [...value.toTypedArray()] };
  }
  return Array.isArray(value) ? value.map(flatten) : value;
}

/** The largest relative difference, infinite where NaN, infinities, structure or shapes differ. */
export function difference(actual: unknown, expected: unknown): number {
  if (typeof actual === "number" && typeof expected === "number") {
    if (Object.is(actual, expected) || actual === expected) return 0;
    const gap = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
    return Number.isNaN(gap) ? Infinity : gap;
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length) return Infinity;
    return actual.reduce((worst, element, i) => Math.max(worst, difference(element, expected[i])), 0);
  }
  if (isRecord(actual) && isRecord(expected)) {
    return Math.max(difference(actual.shape, expected.shape), difference(actual.data, expected.data));
  }
  return actual === expected ? 0 : Infinity;
}

function isRecord(value: unknown): value is { shape: unknown; data: unknown } {
  return typeof value === "object" && value !== null && "shape" in value;
}
