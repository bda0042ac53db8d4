import { byPosition } from "./argument";
import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { copy } from "./copy";
import { transpose } from "./manipulation";
import { isOnlyAxis, normalizeAxes, normalizeAxis, sizeOf } from "./shape";
import type { Axis, Operand } from "./types";

/** An operand laid out as [outer, length, inner] with the reduced axes in the middle. */
interface Layout {
  data: Float64Array;
  offset: number;
  outer: number;
  length: number;
  inner: number;
  /** Shape of the result, with and without the reduced axes. */
  kept: number[];
  dropped: number[];
}

/** Reduces `length` elements that lie `stride` apart. */
export type Fold = (data: Float64Array, from: number, length: number, stride: number) => number;

/** Brings the reduced axes together. */
export function layOut(operation: string, a: NDArray, axis: Axis | null | undefined): Layout {
  const all = axis === null || axis === undefined;
  const axes = all ? a.shape.map((_, d) => d) : reducedAxes(operation, axis, a.ndim);
  const kept = a.shape.map((n, d) => (axes.includes(d) ? 1 : n));
  const dropped = a.shape.filter((_, d) => !axes.includes(d));
  const adjacent = axes.every((d, i) => i === 0 || d === axes[i - 1] + 1);
  const moved = adjacent ? a : transpose(a, [...a.shape.map((_, d) => d).filter((d) => !axes.includes(d)), ...axes]);
  const source = moved.contiguous ? moved : copy(moved);
  const first = adjacent ? (axes[0] ?? 0) : a.ndim - axes.length;
  const shape = source.shape;
  return {
    data: source.data,
    offset: source.offset,
    outer: sizeOf(shape.slice(0, first)),
    length: sizeOf(shape.slice(first, first + axes.length)),
    inner: sizeOf(shape.slice(first + axes.length)),
    kept,
    dropped,
  };
}

function reducedAxes(operation: string, axis: Axis, ndim: number): number[] {
  if (isOnlyAxis(axis, ndim)) return [];
  return normalizeAxes(operation, axis, ndim).sort((p, q) => p - q);
}

/** Reduces along the axes, or over all elements without any: a number then, unless the axes are kept. */
export function reduce(
  operation: string,
  fold: Fold,
  a: Operand,
  axis?: Axis | null,
  keepdims = false,
): number | NDArray {
  const source = toNDArray(operation, a);
  if (typeof keepdims === "object") throw byPosition(operation, keepdims, ["keepdims"]);
  const all = axis === null || axis === undefined;
  if (all && source.contiguous && !keepdims) return fold(source.data, source.offset, source.size, 1);
  if (typeof axis === "number" && source.contiguous && source.ndim > 0)
    return reduceAxis(operation, fold, source, axis, keepdims);
  const { data, offset, outer, length, inner, kept, dropped } = layOut(operation, source, axis);
  if (all && !keepdims) return fold(data, offset, length, 1);
  const out = new Float64Array(outer * inner);
  if (length === 0) refuseNone(fold, data);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) out[o * inner + i] = fold(data, offset + o * length * inner + i, length, inner);
  }
  return new NDArray(out, keepdims ? kept : dropped);
}

/** {@link reduce} for the frequent case, without the bookkeeping for several axes and views. */
function reduceAxis(operation: string, fold: Fold, a: NDArray, axis: number, keepdims: boolean): NDArray {
  const d = normalizeAxis(operation, axis, a.ndim);
  const shape = [...a.shape];
  const length = shape[d];
  let outer = 1;
  for (let i = 0; i < d; i++) outer *= shape[i];
  let inner = 1;
  for (let i = d + 1; i < shape.length; i++) inner *= shape[i];
  const out = new Float64Array(outer * inner);
  if (length === 0) refuseNone(fold, a.data);
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      out[o * inner + i] = fold(a.data, a.offset + o * length * inner + i, length, inner);
    }
  }
  if (keepdims) shape[d] = 1;
  else shape.splice(d, 1);
  return new NDArray(out, shape);
}

/** A fold that needs an element refuses an axis without any, even where the result has none to fill. */
function refuseNone(fold: Fold, data: Float64Array): void {
  fold(data, 0, 0, 1);
}
