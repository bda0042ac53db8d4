import { missing, severalLengths } from "./argument";
import { power } from "./arithmetic";
import { NDArray } from "./array";
import { assign } from "./assign";
import { toNDArray } from "./convert";
import { copy as copyArray } from "./copy";
import { ravel, reshape } from "./manipulation";
import { assertWhole, formatShape, type Shape, sizeOf, toShape } from "./shape";
import type { Operand } from "./types";

/**
 * A new array from a nested list, a number, a typed array or (copied) another array; its shape is that of the list.
 *
 * @throws RangeError if `value` is a list that is not rectangular
 * @example
 * np.array([[1, 2], [3, 4]]); // [[1. 2.] [3. 4.]]
 * np.array([[1, 2], [3, 4]]).shape; // [2, 2]
 */
export function array(value: Operand): NDArray {
  return copyArray(toNDArray("np.array", value, "value"));
}

/**
 * A new array with the elements of `a`, in the same shape.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * const a = np.array([1, 2]);
 * const b = np.copy(a);
 * b.set(0, 7);
 * a; // [1. 2.]
 */
export function copy(a: Operand): NDArray {
  return copyArray(toNDArray("np.copy", a));
}

/**
 * The value as an array; an array is returned as it is, not copied.
 *
 * @throws RangeError if `value` is a list that is not rectangular
 * @example
 * np.asarray([1, 2]); // [1. 2.]
 */
export function asarray(value: Operand): NDArray {
  return toNDArray("np.asarray", value, "value");
}

/**
 * An array of zeros of the given shape; a single number is the length of a vector.
 *
 * @throws RangeError unless every length is a whole number from 0
 * @example
 * np.zeros([2, 3]); // [[0. 0. 0.] [0. 0. 0.]]
 * np.zeros(4); // [0. 0. 0. 0.]
 */
export function zeros(shape: number | Shape): NDArray;
export function zeros(shape: number | Shape, next?: unknown): NDArray {
  if (typeof next === "number") throw severalLengths("np.zeros", `[${String(shape)}, ${next}]`);
  return cleared("np.zeros", shape);
}

/**
 * An array of ones of the given shape; a single number is the length of a vector.
 *
 * @throws RangeError unless every length is a whole number from 0
 * @example
 * np.ones([2, 3]); // [[1. 1. 1.] [1. 1. 1.]]
 */
export function ones(shape: number | Shape): NDArray;
export function ones(shape: number | Shape, next?: unknown): NDArray {
  if (typeof next === "number") throw severalLengths("np.ones", `[${String(shape)}, ${next}]`);
  const result = cleared("np.ones", shape);
  result.data.fill(1);
  return result;
}

/**
 * An array of the given shape filled with a value, which may itself be an array that broadcasts to the shape.
 *
 * @throws RangeError unless every length is a whole number from 0, or if the value does not broadcast to the shape
 * @example
 * np.full([2, 2], 7); // [[7. 7.] [7. 7.]]
 * np.full([2, 2], [1, 2]); // [[1. 2.] [1. 2.]]
 */
export function full(shape: number | Shape, value: Operand): NDArray;
export function full(shape: number | Shape, value: Operand, next?: unknown): NDArray {
  if (typeof next === "number") throw severalLengths("np.full", `[${String(shape)}, ${String(value)}], ${next}`);
  const result = cleared("np.full", shape);
  assign(result, toNDArray("np.full", value, "value"));
  return result;
}

function cleared(operation: string, shape: number | Shape): NDArray {
  const dimensions = toShape(operation, shape);
  const size = sizeOf(dimensions);
  try {
    return new NDArray(new Float64Array(size), dimensions);
  } catch {
    const gigabytes = (size * 8) / 2 ** 30;
    const much = `an array of shape ${formatShape(dimensions)} takes ${gigabytes.toPrecision(3)} GB of memory`;
    throw new RangeError(`${operation}: ${much}, more than there is; work on parts of it`);
  }
}

/**
 * Zeros in the shape of `a`.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.zerosLike([[1, 2], [3, 4]]); // [[0. 0.] [0. 0.]]
 */
export function zerosLike(a: Operand): NDArray {
  return zeros(toNDArray("np.zerosLike", a).shape);
}

/**
 * Ones in the shape of `a`.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.onesLike([[1, 2], [3, 4]]); // [[1. 1.] [1. 1.]]
 */
export function onesLike(a: Operand): NDArray {
  return ones(toNDArray("np.onesLike", a).shape);
}

/**
 * An array in the shape of `a` filled with a value, which may itself be an array that broadcasts to the shape.
 *
 * @throws RangeError if the value does not broadcast to the shape
 * @example
 * np.fullLike([[1, 2], [3, 4]], 7); // [[7. 7.] [7. 7.]]
 */
export function fullLike(a: Operand, value: Operand): NDArray {
  return full(toNDArray("np.fullLike", a).shape, value);
}

/**
 * An (n, m) matrix with ones on its k-th diagonal and zeros elsewhere; the identity matrix by default.
 *
 * @throws RangeError unless `n` and `m` are whole numbers from 0 and `k` is one
 * @example
 * np.eye(2); // [[1. 0.] [0. 1.]]
 * np.eye(2, 3, 1); // [[0. 1. 0.] [0. 0. 1.]]
 */
export function eye(n: number, m = n, k = 0): NDArray {
  if (n === undefined) throw missing("np.eye", "n");
  assertWhole("np.eye", "k", k, -Infinity);
  const result = zeros([n, m]);
  for (let i = Math.max(0, -k); i < n && i + k < m; i++) result.data[i * m + i + k] = 1;
  return result;
}

/**
 * The numbers from `start` in equal steps up to but not including `stop`, as a vector. A single argument is the stop; the
 * start is then 0.
 *
 * @throws RangeError if the step is 0, or if the length would not be finite
 * @example
 * np.arange(4); // [0. 1. 2. 3.]
 * np.arange(1, 2, 0.25); // [1. 1.25 1.5 1.75]
 */
export function arange(start: number, stop?: number, step = 1): NDArray {
  if (start === undefined) throw missing("np.arange", "stop");
  const first = stop === undefined ? 0 : start;
  const last = stop === undefined ? start : stop;
  if (step === 0) throw new RangeError("np.arange: the step must not be 0");
  const n = lengthOfRange(last - first, step);
  // NumPy computes the first two elements and repeats their distance; doing the same gives the same rounding.
  const distance = first + step - first;
  return new NDArray(
    Float64Array.from({ length: n }, (_, i) => (i === 0 ? first : first + i * distance)),
    [n],
  );
}

/** The number of steps from 0 to below the distance. A step too long to be told from infinity is one step. */
function lengthOfRange(distance: number, step: number): number {
  const steps = distance / step;
  if (!Number.isFinite(steps)) {
    throw new RangeError(`np.arange: a distance of ${distance} in steps of ${step} has no finite length`);
  }
  if (steps === 0 && distance !== 0) return Object.is(steps, -0) ? 0 : 1;
  return Math.max(0, Math.ceil(steps));
}

/**
 * A vector of `count` numbers in equal steps from `start` to `stop`, which is left out if `endpoint` is false.
 *
 * @throws RangeError unless `count` is a whole number from 0
 * @example
 * np.linspace(0, 1, 5); // [0. 0.25 0.5 0.75 1.]
 */
export function linspace(start: number, stop: number, count = 50, endpoint = true): NDArray {
  if (stop === undefined) throw missing("np.linspace", start === undefined ? "start" : "stop");
  const [n] = toShape("np.linspace", count);
  const intervals = endpoint ? n - 1 : n;
  const step = (stop - start) / intervals;
  const data = Float64Array.from({ length: n }, (_, i) => (intervals > 0 ? i * step + start : start));
  if (endpoint && n > 1) data[n - 1] = stop;
  return new NDArray(data, [n]);
}

/**
 * A vector of `count` numbers from `base ** start` to `base ** stop`, in equal steps of the exponent; the last is left
 * out if `endpoint` is false.
 *
 * @throws RangeError unless `count` is a whole number from 0
 * @example
 * np.logspace(0, 3, 4); // [1. 10. 100. 1000.]
 */
export function logspace(start: number, stop: number, count = 50, endpoint = true, base = 10): NDArray {
  if (stop === undefined) throw missing("np.logspace", start === undefined ? "start" : "stop");
  return power(base, linspace(start, stop, toShape("np.logspace", count)[0], endpoint));
}

/**
 * The coordinate matrices `[xx, yy]` of a grid, both of shape (y.size, x.size), from vectors `x` and `y`.
 *
 * @throws RangeError if `x` or `y` is a list that is not rectangular
 * @example
 * const [xx, yy] = np.meshgrid([1, 2, 3], [10, 20]);
 * xx; // [[1. 2. 3.] [1. 2. 3.]]
 * yy; // [[10. 10. 10.] [20. 20. 20.]]
 */
export function meshgrid(x: Operand, y: Operand): [NDArray, NDArray] {
  const columns = ravel(toNDArray("np.meshgrid", x, "x"));
  const rows = ravel(toNDArray("np.meshgrid", y, "y"));
  const shape = [rows.size, columns.size];
  return [full(shape, columns), full(shape, reshape(rows, [-1, 1]))];
}
