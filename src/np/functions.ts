import * as linalg from "../core/linalg";

export * from "../core/arithmetic";
export * from "../core/axes";
export * from "../core/comparison";
export * from "../core/counting";
export * from "../core/create";
export * from "../core/diag";
export * from "../core/difference";
export * from "../core/einsum";
export * from "../core/flip";
export * from "../core/histogram";
export * from "../core/joinAlong";
export * from "../core/linear";
export * from "../core/manipulation";
export { extract, nonzero, putmask } from "../core/mask";
export * from "../core/nan";
export * from "../core/norm";
export { pad } from "../core/pad";
export * from "../core/quantile";
export * from "../core/reduction";
export { searchsorted } from "../core/searchsorted";
export * from "../core/sort";
export * from "../core/split";
export * from "../core/statistics";
export * from "../core/take";
export * from "../core/tile";
export * from "../core/unary";
export * from "../core/where";
export { random } from "../random/random";
export { load, save, savez } from "./files";

export {
  /**
   * Linear algebra.
   *
   * @example
   * np.linalg.norm([3, 4]); // 5
   */
  linalg,
};
/**
 * The ratio of a circle's circumference to its diameter.
 *
 * @example
 * np.pi; // 3.141592653589793
 */
export const pi = Math.PI;
/**
 * Euler's number, the base of the natural logarithm.
 *
 * @example
 * np.log(np.e); // 1
 */
export const e = Math.E;
/**
 * Infinity.
 *
 * @example
 * np.divide(1, [0]).equal(np.inf); // [1.]
 */
export const inf = Infinity;
/**
 * Not a number: what 0 / 0 gives. It equals nothing, not even itself; `np.isnan` finds it.
 *
 * @example
 * np.isnan(np.nan); // 1
 */
export const nan = Number.NaN;
/**
 * An index of `slice` that adds an axis of length 1: shape (3,) becomes (3, 1).
 *
 * @example
 * np.array([1, 2, 3]).slice(":", np.newaxis).shape; // [3, 1]
 */
export const newaxis = null;
