import { allocate, longArray } from "./allocate";
import { NDArray } from "./array";
import { assign } from "./assign";

/** A new row-major array with the same elements. */
export function copy(a: NDArray): NDArray {
  if (a.size < longArray) return new NDArray(toTypedArray(a), a.shape);
  const result = new NDArray(allocate(a.size), a.shape);
  assign(result, a);
  return result;
}

/** The elements in row-major order, copied. */
export function toTypedArray(a: NDArray): Float64Array {
  if (a.contiguous) return a.data.slice(a.offset, a.offset + a.size);
  const result = new NDArray(new Float64Array(a.size), a.shape);
  assign(result, a);
  return result.data;
}

/** The elements in row-major order as a new vector. */
export function flatten(a: NDArray): NDArray {
  return new NDArray(toTypedArray(a), [a.size]);
}
