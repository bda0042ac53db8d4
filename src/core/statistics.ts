import { divide, multiply, subtract } from "./arithmetic";
import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { diag } from "./diag";
import { dot, outer } from "./linear";
import { broadcastTo, concatenate, expandDims, reshape, transpose } from "./manipulation";
import { mean, sum } from "./reduction";
import { formatShape, normalizeAxis, sameShape } from "./shape";
import type { Operand } from "./types";
import { sqrt } from "./unary";

/**
 * The mean with weights: a number, or an array with an axis, which the result's shape loses. The weights have the shape
 * of `a`, or are a vector along the axis.
 *
 * @throws RangeError if there is no such axis, or for weights of another shape or with the sum 0
 * @example
 * np.average([1, 2, 4]); // 2.3333333333333335
 * np.average([1, 2, 4], null, [1, 1, 2]); // 2.75
 */
export function average(a: Operand): number;
export function average(a: Operand, axis: null | undefined, weights?: Operand | null): number;
export function average(a: Operand, axis: number, weights?: Operand | null): NDArray;
export function average(a: Operand, axis?: number | null, weights?: Operand | null): number | NDArray;
export function average(a: Operand, axis?: number | null, weights?: Operand | null): number | NDArray {
  const source = toNDArray("np.average", a);
  if (weights === undefined || weights === null) return mean(source, axis as number);
  const spread = weightsFor(source, axis ?? null, toNDArray("np.average", weights, "weights"));
  const total = sum(spread, axis as number) as number | NDArray;
  const weighted = sum(multiply(source, spread), axis as number) as number | NDArray;
  const isZero = typeof total === "number" ? total === 0 : total.data.some((x) => x === 0);
  if (isZero) throw new RangeError("np.average: the weights sum to 0, so there is no mean");
  return divide(weighted, total);
}

/** The weights in the shape of the array. */
function weightsFor(source: NDArray, axis: number | null, weights: NDArray): NDArray {
  if (sameShape(source.shape, weights.shape)) return weights;
  const d = axis === null ? -1 : normalizeAxis("np.average", axis, source.ndim);
  if (d < 0 || weights.ndim !== 1 || weights.size !== source.shape[d]) {
    const shapes = `${formatShape(weights.shape)} for an array of shape ${formatShape(source.shape)}`;
    throw new RangeError(`np.average: expected weights of the array's shape or a vector along the axis, got ${shapes}`);
  }
  const shape = source.shape.map((n, i) => (i === d ? n : 1));
  return broadcastTo(reshape(weights, shape), source.shape);
}

/**
 * The covariance matrix of variables, one per row of an (n, m) matrix: shape (n, n), divided by m - 1. A vector is one
 * variable, and its covariance an array without axes; the variables of `y` come after those of `m`.
 *
 * @param rowvar false if the variables are columns
 * @param bias true to divide by m
 * @throws RangeError for more than two axes, or if `m` and `y` differ in their number of observations
 * @example
 * np.cov([[1, 2, 3], [3, 2, 4]]); // [[1. 0.5] [0.5 1.]]
 */
export function cov(m: Operand, y?: Operand | null, rowvar = true, bias = false): NDArray {
  return covariance("np.cov", m, y, rowvar, bias);
}

function covariance(
  operation: string,
  m: Operand,
  y: Operand | null | undefined,
  rowvar: boolean,
  bias: boolean,
): NDArray {
  const first = variables(operation, toNDArray(operation, m, "m"), rowvar);
  const all = y === undefined || y === null ? first : joined(operation, first, toNDArray(operation, y, "y"), rowvar);
  const centered = subtract(all, mean(all, 1, true));
  const count = Math.max(0, all.shape[1] - (bias ? 0 : 1));
  const products = divide(dot(centered, transpose(centered)), count);
  return all.shape[0] === 1 ? reshape(products, []) : products;
}

function joined(operation: string, first: NDArray, y: NDArray, rowvar: boolean): NDArray {
  return concatenate([first, variables(operation, y, rowvar)]);
}

/** One variable per row. */
function variables(operation: string, m: NDArray, rowvar: boolean): NDArray {
  if (m.ndim > 2) throw new RangeError(`${operation}: expected at most two axes, got shape ${formatShape(m.shape)}`);
  if (m.ndim < 2) return m.ndim === 0 ? reshape(m, [1, 1]) : expandDims(m, 0);
  return rowvar ? m : transpose(m);
}

/**
 * The matrix of correlation coefficients of variables, one per row of an (n, m) matrix: shape (n, n), from -1 to 1.
 *
 * @param rowvar false if the variables are columns
 * @throws RangeError for more than two axes, or if `x` and `y` differ in their number of observations
 * @example
 * np.corrcoef([[1, 2, 3], [3, 2, 4]]); // [[1. 0.5] [0.5 1.]]
 */
export function corrcoef(x: Operand, y?: Operand | null, rowvar = true): NDArray {
  const c = covariance("np.corrcoef", x, y, rowvar, false);
  if (c.ndim === 0) return divide(c, c);
  const deviations = sqrt(diag(c));
  return limited(divide(c, outer(deviations, deviations)));
}

/** Rounding may carry a coefficient past 1. */
function limited(c: NDArray): NDArray {
  for (let i = 0; i < c.size; i++) {
    if (c.data[i] > 1) c.data[i] = 1;
    if (c.data[i] < -1) c.data[i] = -1;
  }
  return c;
}
