import { NDArray } from "../core/NDArray";
import { formatShape } from "../core/shape";
import { words } from "../words/words";
import type { Value } from "./contract";

/** The types of values, as the course tells them apart: an array is an `NDArray`, a list one of JavaScript's. */
export type TypeName = "undefined" | "null" | "number" | "boolean" | "string" | "array" | "list" | "object";

export function typeOf(value: Value): TypeName {
  if (value === undefined) return "undefined";
  if (value === null) return "null";
  if (value instanceof NDArray) return "array";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "string" : "object";
}

/** What kind of value it is, in a learner's words: `an array of shape (2, 1)`, `an object with grads and cost`. */
export function describe(value: Value): string {
  if (value === undefined) return "nothing (undefined)";
  if (value === null) return "null";
  if (value instanceof NDArray) return `an array of shape ${formatShape(value.shape)}`;
  if (Array.isArray(value)) return `a list of length ${value.length}`;
  if (typeof value === "object") {
    const keys = Object.keys(value);
    return keys.length > 0 ? `an object with ${words.grammar.and(keys.slice(0, 8))}` : "an empty object";
  }
  return `a ${typeof value}`;
}
