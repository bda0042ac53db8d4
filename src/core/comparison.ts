import type { NDArray } from "./array";
import { greaterKernel } from "./binaryKernels";
import { toNDArray } from "./convert";
import { binaryFunction, unaryFunction } from "./elementwise";
import { sameShape } from "./shape";
import type { Operand } from "./types";

// Masks are arrays of 0 and 1.

export const equal = binaryFunction("equal", (x, y) => (x === y ? 1 : 0));
export const notEqual = binaryFunction("notEqual", (x, y) => (x !== y ? 1 : 0));
export const greater = binaryFunction("greater", (x, y) => (x > y ? 1 : 0), greaterKernel);
export const greaterEqual = binaryFunction("greaterEqual", (x, y) => (x >= y ? 1 : 0));
export const less = binaryFunction("less", (x, y) => (x < y ? 1 : 0));
export const lessEqual = binaryFunction("lessEqual", (x, y) => (x <= y ? 1 : 0));
/** 1 where both are non-zero. */
export const logicalAnd = binaryFunction("logicalAnd", (x, y) => (x !== 0 && y !== 0 ? 1 : 0));
/** 1 where at least one is non-zero. */
export const logicalOr = binaryFunction("logicalOr", (x, y) => (x !== 0 || y !== 0 ? 1 : 0));
/** 1 where exactly one is non-zero. */
export const logicalXor = binaryFunction("logicalXor", (x, y) => ((x !== 0) !== (y !== 0) ? 1 : 0));
/** 1 where the element is 0. */
export const logicalNot = unaryFunction("logicalNot", (x) => (x === 0 ? 1 : 0));
export const isnan = unaryFunction("isnan", (x) => (Number.isNaN(x) ? 1 : 0));
export const isinf = unaryFunction("isinf", (x) => (x === Infinity || x === -Infinity ? 1 : 0));
export const isfinite = unaryFunction("isfinite", (x) => (Number.isFinite(x) ? 1 : 0));

/** 1 where `|a - b| <= atol + rtol * |b|`, and where both are the same infinity. NaN is close to nothing. */
export function isclose(a: Operand, b: Operand, rtol = 1e-5, atol = 1e-8): NDArray {
  const close = binaryFunction("isclose", (x, y) => {
    if (x === y) return 1;
    return Number.isFinite(y) && Math.abs(x - y) <= atol + rtol * Math.abs(y) ? 1 : 0;
  });
  return close(toNDArray("np.isclose", a), b);
}

/** True if all of `isclose` are. The shapes must broadcast. */
export function allclose(a: Operand, b: Operand, rtol = 1e-5, atol = 1e-8): boolean {
  return isclose(a, b, rtol, atol).data.every((close) => close === 1);
}

/** True if both have the same shape and the same elements. */
export function arrayEqual(a: Operand, b: Operand): boolean {
  const left = toNDArray("np.arrayEqual", a);
  const right = toNDArray("np.arrayEqual", b);
  return sameShape(left.shape, right.shape) && equal(left, right).data.every((same) => same === 1);
}
