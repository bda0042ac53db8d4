import type { Value } from "../../../src/check/contract";
import { NDArray } from "../../../src/core/NDArray";

/** The numbers in a value, part by part: `grads.dw`, `costs[]`; all items of a list are one part. */
export function partsOf(value: Value, path = ""): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  mapNumbers(value, path, (x, part) => {
    parts.set(part, [...(parts.get(part) ?? []), x]);
    return x;
  });
  return parts;
}

/** The same value with one of its parts changed. */
export function changePart(value: Value, part: string, change: (x: number) => number): Value {
  return mapNumbers(value, "", (x, path) => (path === part ? change(x) : x));
}

/** The next floating-point number away from 0. */
export function nextUp(x: number): number {
  if (!Number.isFinite(x)) return x;
  const bits = new BigInt64Array(new Float64Array([x]).buffer);
  bits[0] += 1n;
  return new Float64Array(bits.buffer)[0];
}

/** The same value with each of its numbers changed. */
export function mapNumbers(value: Value, path: string, change: (x: number, part: string) => number): Value {
  if (typeof value === "number") return change(value, path);
  if (value instanceof NDArray) {
    return NDArray.fromData(
      value.toTypedArray().map((x) => change(x, path)),
      value.shape,
    );
  }
  if (Array.isArray(value)) return value.map((item: Value) => mapNumbers(item, `${path}[]`, change));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]): [string, Value] => {
    return [key, mapNumbers(item, path ? `${path}.${key}` : key, change)];
  });
  return Object.fromEntries(entries);
}
