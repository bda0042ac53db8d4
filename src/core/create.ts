import { NDArray } from "./array";
import { assign } from "./assign";
import { toNDArray } from "./convert";
import { copy } from "./copy";
import { ravel, reshape } from "./manipulation";
import { type Shape, sizeOf, toShape } from "./shape";
import type { Operand } from "./types";

/** A new array from a nested list, a number, a typed array or (copied) an array. */
export function array(value: Operand): NDArray {
  return copy(toNDArray("np.array", value));
}

/** The value as an array: an array is returned as it is, not copied. */
export function asarray(value: Operand): NDArray {
  return toNDArray("np.asarray", value);
}

/** Zeros: `np.zeros([2, 3])`, `np.zeros(4)`. */
export function zeros(shape: number | Shape): NDArray {
  const dimensions = toShape("np.zeros", shape);
  return new NDArray(new Float64Array(sizeOf(dimensions)), dimensions);
}

/** Ones: `np.ones([2, 3])`. */
export function ones(shape: number | Shape): NDArray {
  return full(shape, 1);
}

/** An array of the given shape filled with a value, which may itself be an array that broadcasts to the shape. */
export function full(shape: number | Shape, value: Operand): NDArray {
  const dimensions = toShape("np.full", shape);
  const result = new NDArray(new Float64Array(sizeOf(dimensions)), dimensions);
  assign(result, toNDArray("np.full", value));
  return result;
}

export function zerosLike(a: Operand): NDArray {
  return zeros(toNDArray("np.zerosLike", a).shape);
}

export function onesLike(a: Operand): NDArray {
  return ones(toNDArray("np.onesLike", a).shape);
}

export function fullLike(a: Operand, value: Operand): NDArray {
  return full(toNDArray("np.fullLike", a).shape, value);
}

/** Ones on the k-th diagonal of an n by m matrix, zeros elsewhere. */
export function eye(n: number, m = n, k = 0): NDArray {
  const result = zeros([n, m]);
  for (let i = Math.max(0, -k); i < n && i + k < m; i++) result.data[i * m + i + k] = 1;
  return result;
}

/** `np.arange(stop)` or `np.arange(start, stop, step = 1)`; the stop is not included. */
export function arange(start: number, stop?: number, step = 1): NDArray {
  const first = stop === undefined ? 0 : start;
  const last = stop === undefined ? start : stop;
  if (step === 0) throw new RangeError("np.arange: the step must not be 0");
  const n = Math.max(0, Math.ceil((last - first) / step));
  // NumPy computes the first two elements and repeats their distance; so the rounding is the same.
  const distance = first + step - first;
  return new NDArray(
    Float64Array.from({ length: n }, (_, i) => first + i * distance),
    [n],
  );
}

/** `count` numbers in equal steps from start to stop, the stop included unless `endpoint` is false. */
export function linspace(start: number, stop: number, count = 50, endpoint = true): NDArray {
  const [n] = toShape("np.linspace", count);
  const intervals = endpoint ? n - 1 : n;
  const step = (stop - start) / intervals;
  const data = Float64Array.from({ length: n }, (_, i) => (intervals > 0 ? i * step + start : start));
  if (endpoint && n > 1) data[n - 1] = stop;
  return new NDArray(data, [n]);
}

/** Coordinate matrices of a grid: `[xx, yy]`, both of shape (y.length, x.length), for 1-D x and y. */
export function meshgrid(x: Operand, y: Operand): [NDArray, NDArray] {
  const columns = ravel(toNDArray("np.meshgrid", x));
  const rows = ravel(toNDArray("np.meshgrid", y));
  const shape = [rows.size, columns.size];
  return [full(shape, columns), full(shape, reshape(rows, [-1, 1]))];
}
