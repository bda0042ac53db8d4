import { notAnAxis, notAShape } from "./argument";
import { describeGiven } from "./describeGiven";
import type { Axis } from "./types";

export type Shape = readonly number[];

/** `(3, 4)`, `(3,)` or `()`, as NumPy writes shapes. */
export function formatShape(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let d = 0; d < shape.length; d++) size *= shape[d];
  return size;
}

/** Strides, in elements, of a row-major array. */
export function rowMajorStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    strides[d] = stride;
    stride *= shape[d];
  }
  return strides;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a.length !== b.length) return false;
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false;
  return true;
}

/** True if visiting the elements (at least one) in order visits memory in order. Axes of length 1 do not matter. */
export function isRowMajor(shape: Shape, strides: Shape): boolean {
  let expected = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    if (shape[d] === 1) continue;
    if (strides[d] !== expected) return false;
    expected *= shape[d];
  }
  return true;
}

/** The shape both broadcast to by NumPy's rule; throws naming the operation and both shapes. */
export function broadcastShapes(operation: string, a: Shape, b: Shape): number[] {
  const ndim = Math.max(a.length, b.length);
  const shape = new Array<number>(ndim);
  for (let d = 0; d < ndim; d++) {
    const i = d - ndim + a.length;
    const j = d - ndim + b.length;
    const m = i < 0 ? 1 : a[i];
    const n = j < 0 ? 1 : b[j];
    if (m !== n && m !== 1 && n !== 1) {
      throw new RangeError(`${operation}: cannot broadcast ${formatShape(a)} with ${formatShape(b)}`);
    }
    shape[d] = m === 1 ? n : m;
  }
  return shape;
}

/** Strides that make an array of `shape` look like one of `target`: 0 along every axis on which it is repeated. */
export function broadcastStrides(shape: Shape, strides: Shape, target: Shape): number[] {
  const lead = target.length - shape.length;
  const result = new Array<number>(target.length);
  for (let d = 0; d < target.length; d++) {
    result[d] = d < lead || shape[d - lead] === 1 ? 0 : strides[d - lead];
  }
  return result;
}

/** The axis as an index from 0; throws an error naming the operation if there is no such axis, or it is not a number. */
export function normalizeAxis(operation: string, axis: number, ndim: number): number {
  if (typeof axis !== "number") throw notAnAxis(operation, axis);
  const index = axis < 0 ? axis + ndim : axis;
  if (!Number.isInteger(axis) || index < 0 || index >= ndim) {
    throw new RangeError(`${operation}: axis ${axis} does not exist in an array of ${ndim} dimensions`);
  }
  return index;
}

/** One axis or several as indices from 0, each of them once. */
export function normalizeAxes(operation: string, axis: Axis, ndim: number): number[] {
  if (typeof axis !== "number" && !Array.isArray(axis)) throw notAnAxis(operation, axis);
  const axes = [axis].flat().map((d) => normalizeAxis(operation, d, ndim));
  const twice = axes.find((d, i) => axes.indexOf(d) < i);
  if (twice !== undefined) throw new RangeError(`${operation}: axis ${twice} is given twice; name each axis once`);
  return axes;
}

/** True for the axes 0 and -1 of an array without any: NumPy's reductions take them, as if it were a vector of one. */
export function isOnlyAxis(axis: unknown, ndim: number): boolean {
  return ndim === 0 && (axis === 0 || axis === -1);
}

/** Throws unless the number is whole and not less than `least`. */
export function assertWhole(operation: string, name: string, given: number, least = 0): void {
  if (Number.isInteger(given) && given >= least) return;
  const from = least === -Infinity ? "" : ` from ${least}`;
  const what = typeof given === "number" ? String(given) : describeGiven(given);
  throw new RangeError(`${operation}: expected a whole number${from} for ${name}, got ${what}`);
}

/** Throws unless every length is a whole number from 0. */
export function assertShape(operation: string, shape: Shape): void {
  for (const length of shape) {
    if (!Number.isInteger(length) || length < 0) {
      throw new RangeError(`${operation}: a shape holds whole numbers from 0, got ${formatShape(shape)}`);
    }
  }
}

/** `3` or `[3]` or `[2, 3]` as a shape. */
export function toShape(operation: string, shape: number | Shape): number[] {
  if (typeof shape !== "number" && !Array.isArray(shape)) throw notAShape(operation, shape);
  const result = typeof shape === "number" ? [shape] : [...shape];
  assertShape(operation, result);
  return result;
}
