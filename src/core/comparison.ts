import type { NDArray } from "./array";
import { greaterKernel } from "./binaryKernels";
import { toNDArray } from "./convert";
import { binaryFunction, unaryFunction } from "./elementwise";
import { sameShape } from "./shape";
import type { Operand } from "./types";

// Masks are arrays of 0 and 1.

/**
 * `a === b`, element by element: 1 where it holds, otherwise 0; broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.equal([1, 2, 3], [1, 0, 3]); // [1. 0. 1.]
 */
export const equal = binaryFunction("equal", (x, y) => (x === y ? 1 : 0));
/**
 * `a !== b`, element by element: 1 where it holds, otherwise 0; broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.notEqual([1, 2, 3], [1, 0, 3]); // [0. 1. 0.]
 */
export const notEqual = binaryFunction("notEqual", (x, y) => (x !== y ? 1 : 0));
/**
 * `a > b`, element by element: 1 where it holds, otherwise 0; broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.greater([0.2, 0.7], 0.5); // [0. 1.]
 */
export const greater = binaryFunction("greater", (x, y) => (x > y ? 1 : 0), greaterKernel);
/**
 * `a >= b`, element by element: 1 where it holds, otherwise 0; broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.greaterEqual([1, 2, 3], 2); // [0. 1. 1.]
 */
export const greaterEqual = binaryFunction("greaterEqual", (x, y) => (x >= y ? 1 : 0));
/**
 * `a < b`, element by element: 1 where it holds, otherwise 0; broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.less([1, 2, 3], 2); // [1. 0. 0.]
 */
export const less = binaryFunction("less", (x, y) => (x < y ? 1 : 0));
/**
 * `a <= b`, element by element: 1 where it holds, otherwise 0; broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.lessEqual([1, 2, 3], 2); // [1. 1. 0.]
 */
export const lessEqual = binaryFunction("lessEqual", (x, y) => (x <= y ? 1 : 0));
/**
 * 1 where both elements are non-zero, otherwise 0; broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.logicalAnd([0, 0, 1, 1], [0, 1, 0, 1]); // [0. 0. 0. 1.]
 */
export const logicalAnd = binaryFunction("logicalAnd", (x, y) => (x !== 0 && y !== 0 ? 1 : 0));
/**
 * 1 where at least one of the two elements is non-zero, otherwise 0; broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.logicalOr([0, 0, 1, 1], [0, 1, 0, 1]); // [0. 1. 1. 1.]
 */
export const logicalOr = binaryFunction("logicalOr", (x, y) => (x !== 0 || y !== 0 ? 1 : 0));
/**
 * 1 where exactly one of the two elements is non-zero, otherwise 0; broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.logicalXor([0, 0, 1, 1], [0, 1, 0, 1]); // [0. 1. 1. 0.]
 */
export const logicalXor = binaryFunction("logicalXor", (x, y) => ((x !== 0) !== (y !== 0) ? 1 : 0));
/**
 * 1 where the element is 0, otherwise 0; same shape as `a`.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.logicalNot([0, 1, 5]); // [1. 0. 0.]
 */
export const logicalNot = unaryFunction("logicalNot", (x) => (x === 0 ? 1 : 0));
/**
 * 1 where the element is NaN, otherwise 0; same shape as `a`.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.isnan([1, np.nan]); // [0. 1.]
 */
export const isnan = unaryFunction("isnan", (x) => (Number.isNaN(x) ? 1 : 0));
/**
 * 1 where the element is infinite, otherwise 0; same shape as `a`.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.isinf([1, -np.inf]); // [0. 1.]
 */
export const isinf = unaryFunction("isinf", (x) => (x === Infinity || x === -Infinity ? 1 : 0));
/**
 * 1 where the element is neither infinite nor NaN, otherwise 0; same shape as `a`.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.isfinite([1, np.inf, np.nan]); // [1. 0. 0.]
 */
export const isfinite = unaryFunction("isfinite", (x) => (Number.isFinite(x) ? 1 : 0));

/**
 * 1 where `|a - b| <= atol + rtol * |b|`, and where both are the same infinity, otherwise 0; broadcast. NaN is close to
 * nothing.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.isclose([1, 1], [1.000001, 1.1]); // [1. 0.]
 */
export function isclose(a: Operand, b: Operand, rtol = 1e-5, atol = 1e-8): NDArray {
  const close = binaryFunction("isclose", (x, y) => {
    if (x === y) return 1;
    return Number.isFinite(y) && Math.abs(x - y) <= atol + rtol * Math.abs(y) ? 1 : 0;
  });
  return close(toNDArray("np.isclose", a), b);
}

/**
 * True if all elements of `a` and `b` are close in the sense of `np.isclose`.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.allclose([1, 2], [1, 2.000001]); // true
 */
export function allclose(a: Operand, b: Operand, rtol = 1e-5, atol = 1e-8): boolean {
  return isclose(a, b, rtol, atol).data.every((close) => close === 1);
}

/**
 * True if both have the same shape and the same elements; NaN equals nothing.
 *
 * @throws RangeError if `a` or `b` is a list that is not rectangular
 * @example
 * np.arrayEqual([1, 2], [1, 2]); // true
 * np.arrayEqual([1, 1], 1); // false
 */
export function arrayEqual(a: Operand, b: Operand): boolean {
  const left = toNDArray("np.arrayEqual", a);
  const right = toNDArray("np.arrayEqual", b, "b");
  return sameShape(left.shape, right.shape) && equal(left, right).data.every((same) => same === 1);
}
