import { subtract } from "./arithmetic";
import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { concatenate, ravel } from "./manipulation";
import { assertWhole, normalizeAxis } from "./shape";
import { sliceView } from "./slice";
import type { Operand } from "./types";

/**
 * Each element minus the one before it along an axis, the last by default, `n` times over: an axis of length m becomes
 * one of length m - n. With `n` 0, the array itself.
 *
 * @throws RangeError if there is no such axis, or unless `n` is a whole number from 0
 * @example
 * np.diff([1, 4, 9, 16]); // [3. 5. 7.]
 * np.diff([1, 4, 9, 16], 2); // [2. 2.]
 */
export function diff(a: Operand, n = 1, axis = -1): NDArray {
  let result = toNDArray("np.diff", a);
  assertWhole("np.diff", "n", n);
  if (n === 0) return result;
  const d = normalizeAxis("np.diff", axis, result.ndim);
  for (let i = 0; i < n; i++) result = subtract(part(result, d, "1:"), part(result, d, ":-1"));
  return result;
}

function part(a: NDArray, axis: number, range: string): NDArray {
  return sliceView(
    a,
    a.shape.map((_, d) => (d === axis ? range : ":")),
  );
}

/**
 * The elements of `a`, then those of `values`: along an axis, or, without one, both flattened into a vector. A new array.
 *
 * @throws RangeError if there is no such axis, or if the other lengths differ
 * @example
 * np.append([1, 2], 3); // [1. 2. 3.]
 * np.append([[1, 2]], [[3, 4]], 0); // [[1. 2.] [3. 4.]]
 */
export function append(a: Operand, values: Operand, axis?: number | null): NDArray {
  const parts = [toNDArray("np.append", a), toNDArray("np.append", values, "values")];
  return axis === undefined || axis === null ? concatenate(parts.map(ravel)) : concatenate(parts, axis);
}
