import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { copy, toTypedArray } from "./copy";
import { ravel, transpose } from "./manipulation";
import { isOnlyAxis, normalizeAxis } from "./shape";
import type { Operand } from "./types";

/**
 * A sorted copy along an axis, the last by default; NaN comes last. Same shape as `a`.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.sort([3, 1, 2]); // [1. 2. 3.]
 */
export function sort(a: Operand, axis = -1): NDArray {
  return mapLines("np.sort", a, axis, (line) => line.map((i) => i.value));
}

/**
 * The positions that would sort the array along an axis, the last by default; equal elements stay in order. Same shape
 * as `a`.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.argsort([30, 10, 20]); // [1. 2. 0.]
 */
export function argsort(a: Operand, axis = -1): NDArray {
  const source = toNDArray("np.argsort", a);
  const given = isOnlyAxis(axis, source.ndim) ? ravel(source) : source;
  return mapLines("np.argsort", given, axis, (line) => line.map((i) => i.position));
}

/**
 * The distinct elements of the flattened array, sorted, as a vector.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.unique([3, 1, 3, 2, 1]); // [1. 2. 3.]
 */
export function unique(a: Operand): NDArray {
  const values = Float64Array.from(new Set(toTypedArray(toNDArray("np.unique", a)))).sort();
  return new NDArray(values, [values.length]);
}

interface Item {
  value: number;
  position: number;
}

function mapLines(operation: string, a: Operand, axis: number, read: (line: Item[]) => number[]): NDArray {
  const source = toNDArray(operation, a);
  const d = normalizeAxis(operation, axis, source.ndim);
  const axes = source.shape.map((_, i) => i).filter((i) => i !== d);
  const lines = copy(transpose(source, [...axes, d]));
  const length = source.shape[d];
  for (let from = 0; from < lines.size; from += length) {
    const line = Array.from(lines.data.subarray(from, from + length), (value, position) => ({ value, position }));
    lines.data.set(read(line.sort((p, q) => compare(p.value, q.value))), from);
  }
  const back = source.shape.map((_, i) => (i === d ? axes.length : axes.indexOf(i)));
  return copy(transpose(lines, back));
}

function compare(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x - y;
}
