import { NDArray } from "../core/NDArray";
import type { Value } from "./contract";

/** The same value with each of its arrays changed, those in lists and records included. */
export function mapArrays(value: Value, change: (array: NDArray) => NDArray): Value {
  if (value instanceof NDArray) return change(value);
  if (Array.isArray(value)) return value.map((item: Value) => mapArrays(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapArrays(item, change)]));
}

/** The arrays in a value, in order. */
export function arraysIn(value: Value): NDArray[] {
  const arrays: NDArray[] = [];
  mapArrays(value, (array) => {
    arrays.push(array);
    return array;
  });
  return arrays;
}
