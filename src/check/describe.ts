import { NDArray } from "../core/NDArray";
import type { Value } from "./contract";

/** The types of values that the course distinguishes: an array is an `NDArray`, a list is a JavaScript array. */
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

/** The kind of a value, with only as many of an object's keys as a learner will read. */
export type Description =
  | { type: "array"; shape: readonly number[] }
  | { type: "list"; length: number }
  | { type: "object"; keys: readonly string[] }
  | { type: Exclude<TypeName, "array" | "list" | "object"> };

export function describe(value: Value): Description {
  if (value instanceof NDArray) return { type: "array", shape: value.shape };
  if (Array.isArray(value)) return { type: "list", length: value.length };
  if (typeof value === "object" && value !== null) return { type: "object", keys: Object.keys(value).slice(0, 8) };
  return { type: typeOf(value) as Exclude<TypeName, "array" | "list" | "object"> };
}
