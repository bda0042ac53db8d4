import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { concatenate, reshape } from "./manipulation";
import type { Operand } from "./types";

/**
 * Vectors as the columns of a matrix, and matrices side by side: NumPy's `np.c_[a, b]`, with parentheses.
 *
 * @throws RangeError if there are no arrays, or if their other lengths differ
 * @example
 * np.c_([1, 2], [3, 4]); // [[1. 3.] [2. 4.]]
 */
export function c_(...arrays: Operand[]): NDArray {
  const parts = arrays.map((a) => toNDArray("np.c_", a, "an argument"));
  return concatenate(
    parts.map((a) => (a.ndim < 2 ? reshape(a, [-1, 1]) : a)),
    -1,
  );
}

/**
 * Vectors and numbers one after the other, and matrices one below the other: NumPy's `np.r_[a, b]`, with parentheses.
 *
 * @throws RangeError if there are no arrays, or if their other lengths differ
 * @example
 * np.r_([1, 2], 3, [4]); // [1. 2. 3. 4.]
 */
export function r_(...arrays: Operand[]): NDArray {
  const parts = arrays.map((a) => toNDArray("np.r_", a, "an argument"));
  return concatenate(parts.map((a) => (a.ndim === 0 ? reshape(a, [1]) : a)));
}
