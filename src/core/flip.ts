import { missing } from "./argument";
import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { copy } from "./copy";
import { concatenate, ravel, reshape } from "./manipulation";
import { assertWhole, normalizeAxes, normalizeAxis } from "./shape";
import { sliceView } from "./slice";
import type { Axis, Operand } from "./types";

/**
 * The elements in reverse order along the given axes, or along all of them; a view of the same shape.
 *
 * @throws RangeError if there is no such axis, or if one is given twice
 * @example
 * np.flip([1, 2, 3]); // [3. 2. 1.]
 * np.flip([[1, 2], [3, 4]], 1); // [[2. 1.] [4. 3.]]
 */
export function flip(a: Operand, axis?: Axis | null): NDArray {
  const source = toNDArray("np.flip", a);
  const axes = axis === undefined || axis === null ? null : normalizeAxes("np.flip", axis, source.ndim);
  const indices = source.shape.map((_, d) => (!axes || axes.includes(d) ? "::-1" : ":"));
  return sliceView(source, indices);
}

/**
 * The elements shifted by `shift` places along an axis, or in the flattened array without one; those pushed off the end
 * come first. Same shape as `a`.
 *
 * @throws RangeError if there is no such axis, or unless `shift` is a whole number
 * @example
 * np.roll([1, 2, 3, 4], 1); // [4. 1. 2. 3.]
 */
export function roll(a: Operand, shift: number, axis?: number | null): NDArray {
  const source = toNDArray("np.roll", a);
  if (shift === undefined) throw missing("np.roll", "shift");
  assertWhole("np.roll", "shift", shift, -Infinity);
  if (axis === undefined || axis === null) return reshape(rollAxis(ravel(source), shift, 0), source.shape);
  return rollAxis(source, shift, normalizeAxis("np.roll", axis, source.ndim));
}

function rollAxis(source: NDArray, shift: number, axis: number): NDArray {
  const length = source.shape[axis];
  if (length === 0) return copy(source);
  const cut = ((-shift % length) + length) % length || 0;
  const window = (range: string): NDArray => {
    const indices = source.shape.map((_, d) => (d === axis ? range : ":"));
    return sliceView(source, indices);
  };
  return concatenate([window(`${cut}:`), window(`:${cut}`)], axis);
}
