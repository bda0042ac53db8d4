import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { formatShape } from "./shape";
import type { Like, Operand } from "./types";

/**
 * Where each value belongs in a sorted vector, so that it stays sorted: before elements that are equal with the side
 * `"left"`, after them with `"right"`. Shape of `values`, a number for a number.
 *
 * @throws RangeError unless `a` is a vector, or for another side
 * @example
 * np.searchsorted([1, 2, 2, 5], [2, 9]); // [1. 4.]
 * np.searchsorted([1, 2, 2, 5], 2, "right"); // 3
 */
export function searchsorted<V extends Operand>(a: Operand, values: V, side: "left" | "right" = "left"): Like<V> {
  const sorted = toNDArray("np.searchsorted", a);
  if (sorted.ndim !== 1) {
    throw new RangeError(`np.searchsorted: expected a sorted vector, got shape ${formatShape(sorted.shape)}`);
  }
  if (side !== "left" && side !== "right") {
    throw new RangeError(`np.searchsorted: expected "left" or "right" for side, got ${String(side)}`);
  }
  const line = toTypedArray(sorted);
  const wanted = toNDArray("np.searchsorted", values, "values");
  const found = toTypedArray(wanted).map((value) => firstNotBelow(line, value, side === "right"));
  return (typeof values === "number" ? found[0] : new NDArray(found, wanted.shape)) as Like<V>;
}

/** The first position whose element is not less than the value, or greater than it if `after` is true; NaN is last. */
export function firstNotBelow(sorted: Float64Array, value: number, after: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(sorted[middle], value) || (after && !isBefore(value, sorted[middle]))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(x: number, y: number): boolean {
  return x < y || (Number.isNaN(y) && !Number.isNaN(x));
}
