import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { ravel, transpose } from "./manipulation";
import { nonzero } from "./mask";
import { type Fold, reduce } from "./reduce";
import { formatShape, toShape } from "./shape";
import type { Operand } from "./types";

const count: Fold = (data, from, n, stride) => {
  let found = 0;
  for (let i = 0; i < n; i++) if (data[from + i * stride] !== 0) found += 1;
  return found;
};

/**
 * How many elements are not 0: a number, or an array with an axis, which the result's shape loses.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.countNonzero([[1, 0], [1, 2]]); // 3
 * np.countNonzero([[1, 0], [1, 2]], 0); // [2. 1.]
 */
export function countNonzero(a: Operand): number;
export function countNonzero(a: Operand, axis: number): NDArray;
export function countNonzero(a: Operand, axis?: number | null): number | NDArray;
export function countNonzero(a: Operand, axis?: number | null): number | NDArray {
  return reduce("np.countNonzero", count, a, axis);
}

/**
 * The positions in the flattened array of the elements that are not 0, as a vector.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.flatnonzero([[0, 7], [5, 0]]); // [1. 2.]
 */
export function flatnonzero(a: Operand): NDArray {
  return nonzero(ravel(toNDArray("np.flatnonzero", a)))[0];
}

/**
 * The indices of the elements that are not 0, one row for each: shape (k, a.ndim).
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.argwhere([[0, 7], [5, 0]]); // [[0. 1.] [1. 0.]]
 */
export function argwhere(a: Operand): NDArray {
  const source = toNDArray("np.argwhere", a);
  if (source.ndim === 0) return new NDArray(new Float64Array(0), [source.item() === 0 ? 0 : 1, 0]);
  const found = nonzero(source);
  const positions = new NDArray(Float64Array.from(found.flatMap((axis) => [...axis.data])), [
    found.length,
    found[0].size,
  ]);
  return transpose(positions);
}

/**
 * How often 0, 1, 2, … occur in a vector of whole numbers, as a vector; with weights, their sums instead.
 *
 * @throws RangeError unless `x` is a vector of whole numbers from 0, and the weights, if any, have its length
 * @example
 * np.bincount([0, 2, 2, 1]); // [1. 1. 2.]
 * np.bincount([0, 1, 1], [0.5, 1, 2], 4); // [0.5 3. 0. 0.]
 */
export function bincount(x: Operand, weights?: Operand | null, minlength = 0): NDArray {
  const values = toNDArray("np.bincount", x, "x");
  const positions = toTypedArray(values);
  if (values.ndim !== 1 || positions.some((n) => !Number.isInteger(n) || n < 0)) {
    const what = `an array of shape ${formatShape(values.shape)} with ${positions.find((n) => !(n >= 0)) ?? positions[0]}`;
    throw new RangeError(`np.bincount: expected a vector of whole numbers from 0, got ${what}`);
  }
  const each =
    weights === undefined || weights === null ? null : toTypedArray(toNDArray("np.bincount", weights, "weights"));
  if (each && each.length !== positions.length) {
    throw new RangeError(`np.bincount: ${each.length} weights for ${positions.length} numbers`);
  }
  const [least] = toShape("np.bincount", minlength);
  const counts = new Float64Array(positions.reduce((length, n) => Math.max(length, n + 1), least));
  positions.forEach((n, i) => {
    counts[n] += each ? each[i] : 1;
  });
  return new NDArray(counts, [counts.length]);
}

/**
 * The indices along each axis of an array of the given shape that belong to positions in the flattened array: numbers
 * for a number, otherwise arrays in the shape of `indices`.
 *
 * @throws RangeError for a position that an array of that shape does not have
 * @example
 * np.unravelIndex(5, [2, 3]); // [1, 2]
 * np.unravelIndex([0, 4], [2, 3]); // [[0. 1.], [0. 1.]]
 */
export function unravelIndex(indices: number, shape: number | readonly number[]): number[];
export function unravelIndex(indices: Exclude<Operand, number | boolean>, shape: number | readonly number[]): NDArray[];
export function unravelIndex(indices: Operand, shape: number | readonly number[]): number[] | NDArray[] {
  const given = toNDArray("np.unravelIndex", indices, "indices");
  const lengths = toShape("np.unravelIndex", shape);
  const positions = toTypedArray(given);
  let inner = lengths.reduce((product, n) => product * n, 1);
  const wrong = positions.find((n) => !Number.isInteger(n) || n < 0 || n >= inner);
  if (wrong !== undefined) {
    throw new RangeError(`np.unravelIndex: position ${wrong} is out of bounds for shape ${formatShape(lengths)}`);
  }
  const axes = lengths.map((length) => {
    inner /= length;
    return positions.map((n) => Math.floor(n / inner) % length);
  });
  if (typeof indices === "number") return axes.map(([index]) => index);
  return axes.map((index) => new NDArray(index, given.shape));
}
