import { unaryFunction } from "./elementwise";
import { pairwiseSum } from "./pairwiseSum";
import { type Fold, reduce } from "./reduce";
import type { Reduction } from "./reduction";
import type { Axis, Like, Operand } from "./types";

/** Sums without NaN, in the order in which NumPy adds. */
const sumWithoutNan: Fold = (data, from, n, stride) => {
  const line = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = data[from + i * stride];
    line[i] = Number.isNaN(x) ? 0 : x;
  }
  return pairwiseSum(line, 0, n, 1);
};

const meanWithoutNan: Fold = (data, from, n, stride) => {
  let count = 0;
  for (let i = 0; i < n; i++) if (!Number.isNaN(data[from + i * stride])) count += 1;
  return sumWithoutNan(data, from, n, stride) / count;
};

/**
 * The sum of the elements that are not NaN; 0 for none. A number without an axis; an array with one (or several), whose
 * shape loses those axes, or keeps them with length 1 if `keepdims` is true.
 *
 * @throws RangeError if there is no such axis, or if one is given twice
 * @example
 * np.nansum([1, np.nan, 3]); // 4
 */
export const nansum = ((a: Operand, axis?: Axis | null, keepdims?: boolean) =>
  reduce("np.nansum", sumWithoutNan, a, axis, keepdims)) as Reduction;

/**
 * The mean of the elements that are not NaN; NaN for none. A number without an axis; an array with one (or several),
 * whose shape loses those axes, or keeps them with length 1 if `keepdims` is true.
 *
 * @throws RangeError if there is no such axis, or if one is given twice
 * @example
 * np.nanmean([1, np.nan, 3]); // 2
 */
export const nanmean = ((a: Operand, axis?: Axis | null, keepdims?: boolean) =>
  reduce("np.nanmean", meanWithoutNan, a, axis, keepdims)) as Reduction;

/**
 * The elements with another number in the place of NaN, and of the infinities, which become the largest numbers there
 * are unless others are given; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.nanToNum([1, np.nan, 3]); // [1. 0. 3.]
 * np.nanToNum([np.inf, -np.inf], 0, 9, -9); // [9. -9.]
 */
export function nanToNum<A extends Operand>(
  a: A,
  nan = 0,
  posinf = Number.MAX_VALUE,
  neginf = -Number.MAX_VALUE,
): Like<A> {
  return unaryFunction("nanToNum", (x) =>
    Number.isNaN(x) ? nan : x === Infinity ? posinf : x === -Infinity ? neginf : x,
  )(a);
}
