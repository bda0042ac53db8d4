import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { reshape, stack } from "./manipulation";
import { type Fold, reduce } from "./reduce";
import type { Reduction } from "./reduction";
import type { Axis, Operand } from "./types";

/**
 * The median: the element in the middle, or the mean of the two there; NaN if one is NaN, and for none. A number without
 * an axis; an array with one (or several), whose shape loses those axes, or keeps them with length 1 if `keepdims` is
 * true.
 *
 * @throws RangeError if there is no such axis, or if one is given twice
 * @example
 * np.median([3, 1, 2]); // 2
 * np.median([[1, 4], [2, 3]], 1); // [2.5 2.5]
 */
export const median = ((a: Operand, axis?: Axis | null, keepdims?: boolean) =>
  reduce("np.median", middle, a, axis, keepdims)) as Reduction;

const middle: Fold = (data, from, n, stride) => {
  const line = sortedLine(data, from, n, stride);
  if (n === 0 || Number.isNaN(line[n - 1])) return Number.NaN;
  const half = n >> 1;
  return n % 2 === 1 ? line[half] : (line[half - 1] + line[half]) / 2;
};

/**
 * Percentiles: the value below which `q` percent of the elements lie, between two neighbours in proportion. `q` may be a
 * list; its shape then comes in front of the result's. A number without an axis; an array with one (or several), whose
 * shape loses those axes, or keeps them with length 1 if `keepdims` is true.
 *
 * @throws RangeError for a `q` that is not from 0 to 100, for no elements, or if there is no such axis
 * @example
 * np.percentile([1, 2, 3, 4, 5], 25); // 2
 * np.percentile([1, 2, 3, 4], [0, 50, 100]); // [1. 2.5 4.]
 */
export function percentile(a: Operand, q: number): number;
export function percentile(a: Operand, q: number, axis: Axis, keepdims?: boolean): NDArray;
export function percentile(a: Operand, q: Operand, axis?: Axis | null, keepdims?: boolean): number | NDArray;
export function percentile(a: Operand, q: Operand, axis?: Axis | null, keepdims = false): number | NDArray {
  const source = toNDArray("np.percentile", a);
  const asked = toNDArray("np.percentile", q, "q");
  const results = [...toTypedArray(asked)].map((percent) => {
    if (!(percent >= 0 && percent <= 100)) {
      throw new RangeError(`np.percentile: expected a number from 0 to 100 for q, got ${percent}`);
    }
    return reduce("np.percentile", percentileFold(percent / 100), source, axis, keepdims);
  });
  if (asked.ndim === 0) return results[0];
  if (results.length === 0) return new NDArray(new Float64Array(0), asked.shape);
  const stacked = stack(results);
  return reshape(stacked, [...asked.shape, ...stacked.shape.slice(1)]);
}

function percentileFold(share: number): Fold {
  return (data, from, n, stride) => {
    if (n === 0) throw new RangeError("np.percentile: there are no elements to choose from");
    const line = sortedLine(data, from, n, stride);
    if (Number.isNaN(line[n - 1])) return Number.NaN;
    const position = share * (n - 1);
    const below = Math.floor(position);
    const [p, q] = [line[below], line[Math.min(below + 1, n - 1)]];
    const t = position - below;
    return t < 0.5 ? p + (q - p) * t : q - (q - p) * (1 - t); // exact at both ends, as NumPy does it
  };
}

/** In ascending order; NaN is last. */
function sortedLine(data: Float64Array, from: number, n: number, stride: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => data[from + i * stride]).sort();
}
