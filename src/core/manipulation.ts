import { missing, notAShape, severalLengths } from "./argument";
import { NDArray } from "./array";
import { assign } from "./assign";
import { toNDArray } from "./convert";
import { copy } from "./copy";
import { describeGiven } from "./describeGiven";
import { ArgumentError } from "./errors";
import {
  broadcastShapes,
  broadcastStrides,
  formatShape,
  isOnlyAxis,
  normalizeAxes,
  normalizeAxis,
  type Shape,
  sameShape,
  sizeOf,
} from "./shape";
import { sliceView } from "./slice";
import type { Axis, Like, Operand } from "./types";

/**
 * The axes in reverse order, or in the given one: shape (m, n) becomes (n, m). A view.
 *
 * @throws RangeError if `axes` does not name each axis once
 * @example
 * np.transpose([[1, 2, 3], [4, 5, 6]]); // [[1. 4.] [2. 5.] [3. 6.]]
 * np.transpose(np.zeros([2, 3, 4]), [0, 2, 1]).shape; // [2, 4, 3]
 */
export function transpose(a: Operand, axes?: readonly number[]): NDArray {
  const source = toNDArray("np.transpose", a);
  const { ndim, shape, strides, offset, writable } = source;
  if (!axes) return new NDArray(source.data, [...shape].reverse(), [...strides].reverse(), offset, writable);
  if (!Array.isArray(axes)) throw notAnOrder(axes);
  const order = axes.map((axis) => normalizeAxis("np.transpose", axis, ndim));
  if (order.length !== ndim || new Set(order).size !== ndim) {
    throw new RangeError(`np.transpose: axes (${axes.join(", ")}) do not name each of ${ndim} dimensions once`);
  }
  const reordered = (values: Shape): number[] => order.map((axis) => values[axis]);
  return new NDArray(source.data, reordered(shape), reordered(strides), offset, writable);
}

function notAnOrder(given: unknown): ArgumentError {
  return new ArgumentError(`np.transpose: expected a list of axes such as [1, 0], got ${describeGiven(given)}`);
}

/**
 * The same elements in another shape, in row-major order; one length may be -1 and is then computed. A view if the
 * array is contiguous, otherwise a copy.
 *
 * @throws RangeError if the shape does not hold exactly as many elements
 * @example
 * np.reshape([1, 2, 3, 4, 5, 6], [2, -1]); // [[1. 2. 3.] [4. 5. 6.]]
 */
export function reshape(a: Operand, shape: number | Shape): NDArray;
export function reshape(a: Operand, shape: number | Shape, next?: unknown): NDArray {
  const source = toNDArray("np.reshape", a);
  if (shape === undefined) throw missing("np.reshape", "shape");
  if (typeof next === "number") throw severalLengths("np.reshape", `A, [${String(shape)}, ${next}]`);
  if (typeof shape !== "number" && !Array.isArray(shape)) throw notAShape("np.reshape", shape);
  const wanted = typeof shape === "number" ? [shape] : [...shape];
  const unknown = wanted.indexOf(-1);
  if (unknown >= 0) {
    const known = wanted.reduce((product, n, d) => (d === unknown ? product : product * n), 1);
    wanted[unknown] = known === 0 ? -1 : source.size / known;
  }
  if (!wanted.every((n) => Number.isInteger(n) && n >= 0) || sizeOf(wanted) !== source.size) {
    const given = formatShape(typeof shape === "number" ? [shape] : shape);
    throw new RangeError(`np.reshape: cannot reshape ${formatShape(source.shape)} into ${given}`);
  }
  const flat = source.contiguous ? source : copy(source);
  return new NDArray(flat.data, wanted, undefined, flat.offset, flat.writable);
}

/**
 * A view repeated along axes of length 1, and along new ones in front, to the given shape. It cannot be written to.
 *
 * @throws RangeError if `a` does not broadcast to the shape
 * @example
 * np.broadcastTo([1, 2, 3], [2, 3]); // [[1. 2. 3.] [1. 2. 3.]]
 */
export function broadcastTo(a: Operand, shape: Shape): NDArray {
  const source = toNDArray("np.broadcastTo", a);
  if (!Array.isArray(shape)) throw notAShape("np.broadcastTo", shape);
  if (!sameShape(broadcastShapes("np.broadcastTo", source.shape, shape), shape)) {
    throw new RangeError(`np.broadcastTo: cannot broadcast ${formatShape(source.shape)} to ${formatShape(shape)}`);
  }
  const strides = broadcastStrides(source.shape, source.strides, shape);
  return new NDArray(source.data, [...shape], strides, source.offset, false);
}

/**
 * The arrays broadcast against each other, all in the shape that they have together. Views, which
 * cannot be written to.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.broadcastArrays([1, 2], [[3], [4]]); // [[[1. 2.] [1. 2.]], [[3. 3.] [4. 4.]]]
 */
export function broadcastArrays(...arrays: Operand[]): NDArray[] {
  const parts = arrays.map((a) => toNDArray("np.broadcastArrays", a, "an argument"));
  const shape = parts.reduce<number[]>((joined, part) => broadcastShapes("np.broadcastArrays", joined, part.shape), []);
  return parts.map((part) => broadcastTo(part, shape));
}

/**
 * Drops axes of length 1, all or the given ones: shape (1, 3, 1) becomes (3,). A view; a number stays a number.
 *
 * @throws RangeError if there is no such axis, if it is given twice, or if it is not of length 1
 * @example
 * np.squeeze([[[1], [2], [3]]]); // [1. 2. 3.]
 * np.squeeze(np.zeros([1, 3, 1]), 0).shape; // [3, 1]
 */
export function squeeze<A extends Operand>(a: A, axis?: Axis | null): Like<A> {
  if (typeof a === "number" || typeof a === "boolean") return Number(a) as Like<A>;
  const source = toNDArray("np.squeeze", a);
  if (isOnlyAxis(axis, source.ndim)) return source as Like<A>;
  const axes = axis === undefined || axis === null ? null : normalizeAxes("np.squeeze", axis, source.ndim);
  for (const d of axes ?? []) {
    if (source.shape[d] !== 1) {
      throw new RangeError(`np.squeeze: axis ${d} of shape ${formatShape(source.shape)} is not of length 1`);
    }
  }
  const stays = (d: number): boolean => (axes ? !axes.includes(d) : source.shape[d] !== 1);
  const shape = source.shape.filter((_, d) => stays(d));
  const strides = source.strides.filter((_, d) => stays(d));
  return new NDArray(source.data, shape, strides, source.offset, source.writable) as Like<A>;
}

/**
 * New axes of length 1 at the given positions of the result: shape (3,) becomes (1, 3) or (3, 1). A view.
 *
 * @throws RangeError if there is no such axis in the result, or if one is given twice
 * @example
 * np.expandDims([1, 2, 3], 1).shape; // [3, 1]
 */
export function expandDims(a: Operand, axis: Axis): NDArray {
  const source = toNDArray("np.expandDims", a);
  if (axis === undefined) throw missing("np.expandDims", "axis");
  const ndim = source.ndim + [axis].flat().length;
  const shape = [...source.shape];
  const strides = [...source.strides];
  for (const d of normalizeAxes("np.expandDims", axis, ndim).sort((p, q) => p - q)) {
    shape.splice(d, 0, 1);
    strides.splice(d, 0, 0);
  }
  return new NDArray(source.data, shape, strides, source.offset, source.writable);
}

/**
 * Joins arrays along an existing axis: shapes (2, 3) and (1, 3) give (3, 3).
 *
 * @throws RangeError if there are no arrays, no such axis, or if their other lengths differ
 * @example
 * np.concatenate([[1, 2], [3]]); // [1. 2. 3.]
 * np.concatenate([np.zeros([2, 3]), np.zeros([2, 1])], 1).shape; // [2, 4]
 */
export function concatenate(arrays: readonly Operand[], axis = 0): NDArray {
  return join(
    "np.concatenate",
    listOf("np.concatenate", arrays).map((a) => toNDArray("np.concatenate", a)),
    axis,
  );
}

/** The arrays to join: not `np.vstack(A, B)`, which would take the rows of A. */
function listOf(operation: string, arrays: readonly Operand[]): readonly Operand[] {
  if (Array.isArray(arrays)) return arrays;
  if (arrays === undefined) throw missing(operation, "arrays");
  const given = describeGiven(arrays);
  throw new ArgumentError(`${operation}: expected a list of arrays, got ${given}; write ${operation}([A, B])`);
}

function join(operation: string, parts: readonly NDArray[], axis: number): NDArray {
  if (parts.length === 0) throw new RangeError(`${operation}: there are no arrays to join`);
  const first = parts[0];
  const d = normalizeAxis(operation, axis, first.ndim);
  const shape = [...first.shape];
  shape[d] = 0;
  for (const part of parts) {
    if (part.ndim !== first.ndim || part.shape.some((n, i) => i !== d && n !== first.shape[i])) {
      const shapes = `${formatShape(first.shape)} and ${formatShape(part.shape)}`;
      throw new RangeError(`${operation}: cannot join ${shapes} along axis ${axis}`);
    }
    shape[d] += part.shape[d];
  }
  const result = new NDArray(new Float64Array(sizeOf(shape)), shape);
  let position = 0;
  for (const part of parts) {
    const window = shape.map((_, i) => (i === d ? `${position}:${position + part.shape[d]}` : ":"));
    assign(sliceView(result, window), part);
    position += part.shape[d];
  }
  return result;
}

/**
 * Joins arrays of the same shape along a new axis: k arrays of shape (m, n) give (k, m, n).
 *
 * @throws RangeError if there are no arrays, no such axis, or if their shapes differ
 * @example
 * np.stack([[1, 2], [3, 4]]); // [[1. 2.] [3. 4.]]
 * np.stack([[1, 2], [3, 4]], 1); // [[1. 3.] [2. 4.]]
 */
export function stack(arrays: readonly Operand[], axis = 0): NDArray {
  return join(
    "np.stack",
    listOf("np.stack", arrays).map((a) => expandDims(a, axis)),
    axis,
  );
}

/**
 * Joins arrays side by side: along the second axis, vectors along their only one.
 *
 * @throws RangeError if there are no arrays, or if their other lengths differ
 * @example
 * np.hstack([[[1], [2]], [[3], [4]]]); // [[1. 3.] [2. 4.]]
 */
export function hstack(arrays: readonly Operand[]): NDArray {
  const parts = listOf("np.hstack", arrays).map((a) => atLeast(1, toNDArray("np.hstack", a)));
  return join("np.hstack", parts, parts[0]?.ndim === 1 ? 0 : 1);
}

/**
 * Joins arrays one below the other: along the first axis, vectors as rows.
 *
 * @throws RangeError if there are no arrays, or if their other lengths differ
 * @example
 * np.vstack([[1, 2], [3, 4]]); // [[1. 2.] [3. 4.]]
 */
export function vstack(arrays: readonly Operand[]): NDArray {
  return join(
    "np.vstack",
    listOf("np.vstack", arrays).map((a) => atLeast(2, toNDArray("np.vstack", a))),
    0,
  );
}

function atLeast(ndim: number, a: NDArray): NDArray {
  return a.ndim >= ndim ? a : reshape(a, [...new Array<number>(ndim - a.ndim).fill(1), ...a.shape]);
}

/**
 * All elements as a vector of shape (a.size,), in row-major order; a view if the array is contiguous, otherwise a copy.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.ravel([[1, 2], [3, 4]]); // [1. 2. 3. 4.]
 */
export function ravel(a: Operand): NDArray {
  return reshape(a, -1);
}
