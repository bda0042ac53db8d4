import { divide, multiply, subtract } from "./arithmetic";
import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { copy, flatten } from "./copy";
import { pairwiseSum } from "./pairwiseSum";
import { type Fold, layOut, reduce } from "./reduce";
import { isOnlyAxis } from "./shape";
import type { Axis, Operand } from "./types";
import { sqrt } from "./unary";

/** A reduction gives a number without an axis, an array with one or with `keepdims`. */
export interface Reduction {
  (a: Operand): number;
  (a: Operand, axis: Axis, keepdims?: boolean): NDArray;
  (a: Operand, axis: Axis | null | undefined, keepdims: true): NDArray;
  (a: Operand, axis?: Axis | null, keepdims?: boolean): number | NDArray;
}

function reduction(name: string, fold: Fold): Reduction {
  const operation = `np.${name}`;
  return ((a: Operand, axis?: Axis | null, keepdims?: boolean) =>
    reduce(operation, fold, a, axis, keepdims)) as Reduction;
}

const meanFold: Fold = (data, from, n, stride) => pairwiseSum(data, from, n, stride) / n;

/**
 * The sum of the elements; 0 for none. A number without an axis; an array with one (or several), whose shape loses
 * those axes, or keeps them with length 1 if `keepdims` is true.
 *
 * @throws RangeError if there is no such axis, or if one is given twice
 * @example
 * np.sum([[1, 2], [3, 4]]); // 10
 * np.sum([[1, 2], [3, 4]], 0); // [4. 6.]
 * np.sum([[1, 2], [3, 4]], 1, true); // [[3.] [7.]]
 */
export const sum = reduction("sum", pairwiseSum);

/**
 * The mean of the elements; NaN for none. A number without an axis; an array with one (or several), whose shape loses
 * those axes, or keeps them with length 1 if `keepdims` is true.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.mean([[1, 2], [3, 4]]); // 2.5
 * np.mean([[1, 2], [3, 4]], 0); // [2. 3.]
 */
export const mean = reduction("mean", meanFold);

/**
 * The product of the elements; 1 for none. A number without an axis; an array with one (or several), whose shape loses
 * those axes, or keeps them with length 1 if `keepdims` is true.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.prod([[1, 2], [3, 4]]); // 24
 * np.prod([[1, 2], [3, 4]], 0); // [3. 8.]
 */
export const prod = reduction("prod", (data, from, n, stride) => {
  let product = 1;
  for (let i = 0; i < n; i++) product *= data[from + i * stride];
  return product;
});

/**
 * The largest element; NaN if one is NaN. A number without an axis; an array with one (or several), whose shape loses
 * those axes, or keeps them with length 1 if `keepdims` is true.
 *
 * @throws RangeError if there is no such axis, or for no elements
 * @example
 * np.max([[1, 7], [3, 4]]); // 7
 * np.max([[1, 7], [3, 4]], 1); // [7. 4.]
 */
export const max = reduction(
  "max",
  (data, from, n, stride) => data[from + largest("max", data, from, n, stride) * stride],
);

/**
 * The smallest element; NaN if one is NaN. A number without an axis; an array with one (or several), whose shape loses
 * those axes, or keeps them with length 1 if `keepdims` is true.
 *
 * @throws RangeError if there is no such axis, or for no elements
 * @example
 * np.min([[1, 7], [3, 4]]); // 1
 * np.min([[1, 7], [3, 4]], 1); // [1. 3.]
 */
export const min = reduction(
  "min",
  (data, from, n, stride) => data[from + smallest("min", data, from, n, stride) * stride],
);

/** The position of one element: a number without an axis, an array with one. */
export interface Search {
  (a: Operand): number;
  (a: Operand, axis: number): NDArray;
  (a: Operand, axis?: number): number | NDArray;
}

type Find = (name: string, data: Float64Array, from: number, n: number, stride: number) => number;

function search(name: string, find: Find): Search {
  const fold: Fold = (data, from, n, stride) => find(name, data, from, n, stride);
  return ((a: Operand, axis?: number) => reduce(`np.${name}`, fold, a, axis)) as Search;
}

/**
 * The position of the first largest element (of the first NaN, if any): in the flattened array, a number, or along an
 * axis, which the result's shape loses.
 *
 * @throws RangeError if there is no such axis, or for no elements
 * @example
 * np.argmax([0.1, 0.7, 0.2]); // 1
 * np.argmax([[0.1, 0.7], [0.6, 0.2]], 0); // [1. 0.]
 */
export const argmax = search("argmax", largest);

/**
 * The position of the first smallest element (of the first NaN, if any): in the flattened array, a number, or along an
 * axis, which the result's shape loses.
 *
 * @throws RangeError if there is no such axis, or for no elements
 * @example
 * np.argmin([0.1, 0.7, 0.2]); // 0
 * np.argmin([[0.1, 0.7], [0.6, 0.2]], 0); // [0. 1.]
 */
export const argmin = search("argmin", smallest);

/** Where the first largest element is; the first NaN, if there is one. */
function largest(name: string, data: Float64Array, from: number, n: number, stride: number): number {
  if (n === 0) throw new RangeError(`np.${name}: there are no elements to choose from`);
  let best = 0;
  for (let i = 0; i < n; i++) {
    const x = data[from + i * stride];
    if (Number.isNaN(x)) return i;
    if (x > data[from + best * stride]) best = i;
  }
  return best;
}

/** Where the first smallest element is; the first NaN, if there is one. */
function smallest(name: string, data: Float64Array, from: number, n: number, stride: number): number {
  if (n === 0) throw new RangeError(`np.${name}: there are no elements to choose from`);
  let best = 0;
  for (let i = 0; i < n; i++) {
    const x = data[from + i * stride];
    if (Number.isNaN(x)) return i;
    if (x < data[from + best * stride]) best = i;
  }
  return best;
}

/** A {@link Reduction} that divides by `n - ddof`. */
export interface Spread {
  (a: Operand): number;
  (a: Operand, axis: Axis, keepdims?: boolean, ddof?: number): NDArray;
  (a: Operand, axis: Axis | null | undefined, keepdims: true, ddof?: number): NDArray;
  (a: Operand, axis: null | undefined, keepdims?: false, ddof?: number): number;
  (a: Operand, axis?: Axis | null, keepdims?: boolean, ddof?: number): number | NDArray;
}

function varianceOf(operation: string, a: Operand, axis?: Axis | null, keepdims = false, ddof = 0): number | NDArray {
  const source = toNDArray(operation, a);
  const centered = subtract(source, reduce(operation, meanFold, source, axis, true));
  const total = reduce(operation, pairwiseSum, multiply(centered, centered), axis, keepdims);
  return divide(total, Math.max(0, layOut(operation, source, axis).length - ddof));
}

const variance = ((a: Operand, axis?: Axis | null, keepdims?: boolean, ddof?: number) =>
  varianceOf("np.var", a, axis, keepdims, ddof)) as Spread;

export {
  /**
   * The variance: the sum of the squared distances from the mean, divided by `n - ddof`. A number without an axis; an
   * array with one (or several), whose shape loses those axes, or keeps them with length 1 if `keepdims` is true.
   *
   * @throws RangeError if there is no such axis
   * @example
   * np.var([1, 2, 3, 4]); // 1.25
   * np.var([[1, 2], [3, 5]], 0); // [1. 2.25]
   * np.var([1, 2, 3, 4], null, false, 1); // 1.6666666666666667
   */
  variance as var,
};

/**
 * The standard deviation: the square root of the variance. A number without an axis; an array with one (or several),
 * whose shape loses those axes, or keeps them with length 1 if `keepdims` is true.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.std([1, 3]); // 1
 * np.std([[1, 2], [3, 6]], 0); // [1. 2.]
 */
export const std = ((a: Operand, axis?: Axis | null, keepdims?: boolean, ddof?: number) =>
  sqrt(varianceOf("np.std", a, axis, keepdims, ddof))) as Spread;

/** Truth values: a boolean without an axis, a mask of 0 and 1 with one. */
export interface Test {
  (a: Operand): boolean;
  (a: Operand, axis: Axis, keepdims?: boolean): NDArray;
  (a: Operand, axis?: Axis, keepdims?: boolean): boolean | NDArray;
}

function test(name: string, fold: Fold): Test {
  return ((a: Operand, axis?: Axis, keepdims?: boolean) => {
    const result = reduce(`np.${name}`, fold, a, axis, keepdims);
    return typeof result === "number" ? result === 1 : result;
  }) as Test;
}

/**
 * True if no element is 0; along an axis a mask of 1 and 0, whose shape loses that axis unless `keepdims` is true.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.all([1, 2, 0]); // false
 * np.all([[1, 2], [1, 0]], 1); // [1. 0.]
 */
export const all = test("all", (data, from, n, stride) => {
  for (let i = 0; i < n; i++) if (data[from + i * stride] === 0) return 0;
  return 1;
});

/**
 * True if at least one element is not 0; along an axis a mask of 1 and 0, whose shape loses that axis unless `keepdims`
 * is true.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.any([0, 2, 0]); // true
 * np.any([[1, 2], [0, 0]], 1); // [1. 0.]
 */
export const any = test("any", (data, from, n, stride) => {
  for (let i = 0; i < n; i++) if (data[from + i * stride] !== 0) return 1;
  return 0;
});

/**
 * The running sums along an axis, in the shape of `a`, or over the flattened array without one, as a vector.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.cumsum([1, 2, 3]); // [1. 3. 6.]
 * np.cumsum([[1, 2], [3, 4]], 0); // [[1. 2.] [4. 6.]]
 */
export function cumsum(a: Operand, axis?: number | null): NDArray {
  const source = toNDArray("np.cumsum", a);
  const isFlat = axis === undefined || axis === null || isOnlyAxis(axis, source.ndim);
  if (isFlat && source.ndim !== 1) return cumsum(flatten(source), 0);
  const { outer, length, inner } = layOut("np.cumsum", source, axis ?? 0);
  const out = copy(source);
  for (let o = 0; o < outer; o++) {
    for (let i = inner; i < length * inner; i++) {
      out.data[o * length * inner + i] += out.data[o * length * inner + i - inner];
    }
  }
  return out;
}
