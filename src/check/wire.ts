import { NDArray } from "../core/NDArray";
import { sizeOf } from "../core/shape";
import type { Outcome, Value } from "./contract";
import { isRecord } from "./isRecord";
import { decodeShared } from "./Shared";
import { memoryFor, strided } from "./strided";
import { decodeUnusable } from "./Unusable";

/**
 * How values travel as JSON: between grader and sandbox, and in `expected.json`.
 *
 * - an array is `{"$array": {"shape": [2, 1], "data": [1, 2]}}`, row-major, whatever its layout in memory;
 * - an argument of a case keeps its layout: `strides` and `offset` stand beside its shape;
 * - NaN, Infinity, -Infinity and -0 are `{"$number": "NaN"}` and so on, inside `data` just the string;
 * - undefined is `{"$undefined": true}`;
 * - an object with a key that starts with `$` is wrapped: `{"$object": {…}}`.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const maxDepth = 24;

export function encodeValue(value: Value): Json {
  return encode(value, false);
}

/** The arguments of a case. */
export function encodeArguments(args: readonly Value[]): Json[] {
  return args.map((arg) => encode(arg, true));
}

function encode(value: Value, withLayout: boolean): Json {
  if (value === undefined) return { $undefined: true };
  if (typeof value === "number") return isPlain(value) ? value : { $number: nameOf(value) };
  if (value === null || typeof value !== "object") return value;
  if (value instanceof NDArray) {
    const array = { shape: [...value.shape], data: encodeNumbers(value.toTypedArray()) };
    const isCompact = value.contiguous && value.offset === 0;
    if (!withLayout || isCompact) return { $array: array };
    return { $array: { ...array, strides: [...value.strides], offset: value.offset } };
  }
  if (Array.isArray(value)) return value.map((item: Value) => encode(item, withLayout));
  const encoded: Record<string, Json> = Object.create(null);
  const keys = Object.keys(value);
  for (const key of keys) encoded[key] = encode((value as Record<string, Value>)[key], withLayout);
  return keys.some(isTag) ? { $object: encoded } : encoded;
}

/** A plain loop: the grader's processes are so short-lived that little else becomes fast in them. */
function encodeNumbers(numbers: Float64Array): Json[] {
  const data: Json[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const x = numbers[i];
    // The difference is 0 only for finite numbers.
    data.push(x - x === 0 && x !== 0 ? x : encodeNumber(x));
  }
  return data;
}

/** @throws TypeError when `json` is not what {@link encodeValue} writes; the message says where and why. */
export function decodeValue(json: unknown): Value {
  return decode(json, "value", 0, decodeArray);
}

/** @throws TypeError when `json` is not what {@link encodeArguments} writes. */
export function decodeArguments(json: unknown): Value[] {
  if (!Array.isArray(json)) throw new TypeError("arguments must be a list");
  return json.map((arg, i) => decode(arg, `arguments[${i}]`, 0, decodeLaidOut));
}

export function encodeOutcome(outcome: Outcome): Json {
  if (outcome.kind !== "returned") return { ...outcome };
  // How many tensors were left says nothing about what a function computes, which is all that is recorded.
  const { shared, left, ...rest } = outcome;
  const encoded = { ...rest, value: encodeValue(outcome.value) };
  return shared ? { ...encoded, shared: shared.map((pair) => ({ ...pair })) } : encoded;
}

/** @throws TypeError when `json` is not what {@link encodeOutcome} writes. */
export function decodeOutcome(json: unknown): Outcome {
  if (!isRecord(json)) throw new TypeError("an outcome must be an object");
  const { kind, mutatedArgs } = json;
  switch (kind) {
    case "returned":
      if (!isPositions(mutatedArgs)) throw new TypeError("mutatedArgs must be a list of positions");
      return {
        kind,
        value: decodeValue(json.value),
        mutatedArgs,
        ...(json.shared === undefined ? {} : { shared: decodeShared(json.shared) }),
        ...(json.joined === true ? { joined: true } : {}),
        ...(json.left === undefined ? {} : { left: count(json.left) }),
      };
    case "threw":
      return {
        kind,
        message: text(json.message),
        ...(json.at === undefined ? {} : { at: text(json.at) }),
        ...(json.near === undefined ? {} : { near: text(json.near) }),
      };
    case "not-implemented":
      return json.function === undefined ? { kind } : { kind, function: text(json.function) };
    case "unusable":
      return { kind, what: decodeUnusable(json.what, text) };
    default:
      throw new TypeError(`unknown kind of outcome ${JSON.stringify(kind)}`);
  }
}

function count(json: unknown): number {
  if (!Number.isSafeInteger(json) || Number(json) < 0) throw new TypeError("a count must be a whole number");
  return Number(json);
}

function text(json: unknown): string {
  if (typeof json !== "string") throw new TypeError(`expected a text in an outcome, got ${typeof json}`);
  return json;
}

function isPositions(json: unknown): json is number[] {
  return Array.isArray(json) && json.every((position) => Number.isSafeInteger(position) && position >= 0);
}

type DecodeArray = (content: Record<string, unknown>, where: string) => NDArray;

function decode(json: unknown, where: string, depth: number, toArray: DecodeArray): Value {
  if (depth > maxDepth) throw new TypeError(`${where}: nested more than ${maxDepth} levels deep`);
  if (json === null || typeof json === "boolean" || typeof json === "string") return json;
  if (typeof json === "number") return decodeNumber(json, where);
  if (typeof json !== "object") throw new TypeError(`${where}: ${typeof json} is not JSON`);
  if (Array.isArray(json)) return json.map((item, i) => decode(item, `${where}[${i}]`, depth + 1, toArray));
  const keys = Object.keys(json);
  const tag = keys.find(isTag);
  if (tag === undefined) return decodeObject(json, where, depth, toArray);
  if (keys.length > 1) throw new TypeError(`${where}: ${tag} must be the only key`);
  const content: unknown = (json as Record<string, unknown>)[tag];
  switch (tag) {
    case "$undefined":
      return undefined;
    case "$number":
      return decodeNumber(content, where);
    case "$array":
      if (!isRecord(content)) throw new TypeError(`${where}: $array must hold an object with shape and data`);
      return toArray(content, where);
    case "$object":
      if (!isRecord(content)) throw new TypeError(`${where}: $object must hold an object`);
      return decodeObject(content, where, depth, toArray);
    default:
      throw new TypeError(`${where}: unknown tag ${tag}`);
  }
}

function decodeObject(json: object, where: string, depth: number, toArray: DecodeArray): Value {
  const object: Record<string, Value> = Object.create(null);
  for (const key of Object.keys(json)) {
    object[key] = decode((json as Record<string, unknown>)[key], `${where}.${key}`, depth + 1, toArray);
  }
  return object;
}

function decodeArray({ shape, data }: Record<string, unknown>, where: string): NDArray {
  if (!isPositions(shape)) {
    throw new TypeError(`${where}: a shape must be a list of whole numbers`);
  }
  if (!Array.isArray(data)) throw new TypeError(`${where}: data must be a list of numbers`);
  const size = sizeOf(shape);
  if (data.length !== size)
    throw new TypeError(`${where}: shape (${shape.join(", ")}) needs ${size} numbers, got ${data.length}`);
  const numbers = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const x: unknown = data[i];
    numbers[i] = typeof x === "number" && x - x === 0 ? x : decodeNumber(x, where);
  }
  return new NDArray(numbers, shape);
}

/** How many times as large as its elements the memory of an argument may be. */
const widest = 4;

function decodeLaidOut(content: Record<string, unknown>, where: string): NDArray {
  const array = decodeArray(content, where);
  const { strides, offset = 0 } = content;
  if (strides === undefined) return array;
  if (!isPositions(strides) || strides.length !== array.ndim || !isPositions([offset])) {
    throw new TypeError(`${where}: a layout must have one stride per axis, and an offset`);
  }
  const layout = { strides, offset: Number(offset) };
  if (memoryFor(array.shape, layout) > widest * (array.size + 1)) {
    throw new TypeError(`${where}: an array of ${array.size} elements may not take that much memory`);
  }
  return strided(array.data, array.shape, layout);
}

function decodeNumber(json: unknown, where: string): number {
  if (typeof json === "number" && Number.isFinite(json)) return json;
  if (typeof json === "string" && Object.hasOwn(namedNumbers, json)) return namedNumbers[json];
  throw new TypeError(`${where}: ${String(json)} is not a number`);
}

const namedNumbers: Record<string, number> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-0": -0,
};

function encodeNumber(x: number): Json {
  return isPlain(x) ? x : nameOf(x);
}

function isTag(key: string): boolean {
  return key.startsWith("$");
}

/** Whether JSON preserves the number. */
function isPlain(x: number): boolean {
  return Number.isFinite(x) && !Object.is(x, -0);
}

function nameOf(x: number): string {
  return Object.is(x, -0) ? "-0" : String(x);
}
