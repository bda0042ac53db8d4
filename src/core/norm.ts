import { byPosition, isOptions, notAnAxis } from "./argument";
import { multiply, power } from "./arithmetic";
import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { type Fold, reduce } from "./reduce";
import { min, sum } from "./reduction";
import { formatShape } from "./shape";
import type { Axis, Operand } from "./types";
import { abs, sqrt } from "./unary";

/** Of magnitudes; 0 for none. */
const largest: Fold = (data, from, n, stride) => {
  let most = 0;
  for (let i = 0; i < n; i++) most = Math.max(most, data[from + i * stride]);
  return most;
};

/** Euclidean (2, the default), absolute sum (1), largest (Infinity) or smallest (-Infinity) magnitude, or p-norm. */
export type NormOrder = number | null;

/**
 * The norm of a vector, along an axis (or two, for the Frobenius norm of matrices), or of all elements: the Euclidean
 * norm by default. A number without an axis; an array with one, whose shape loses that axis unless `keepdims` is true.
 *
 * @throws RangeError if there is no such axis, or for an order other than null on a matrix without an axis: spectral
 * norms are not provided
 * @example
 * np.linalg.norm([3, 4]); // 5
 * np.linalg.norm([[3, 4], [6, 8]], null, 1, true); // [[5.] [10.]]
 */
export function norm(a: Operand, order?: NormOrder): number;
export function norm(a: Operand, order: NormOrder | undefined, axis: Axis, keepdims?: boolean): NDArray;
export function norm(a: Operand, order: NormOrder | undefined, axis: null | undefined, keepdims: true): NDArray;
export function norm(a: Operand, order: NormOrder = null, axis?: Axis | null, keepdims = false): number | NDArray {
  const source = toNDArray("np.linalg.norm", a);
  if (isOptions(order)) throw byPosition("np.linalg.norm", order, ["ord", "axis", "keepdims"]);
  if (isOptions(axis)) throw notAnAxis("np.linalg.norm", axis);
  const axes = axis ?? undefined;
  const several = axes === undefined ? source.ndim !== 1 : typeof axes !== "number" && axes.length > 1;
  if (several && order !== null) {
    throw new RangeError(
      `np.linalg.norm: order ${order} is for vectors, got shape ${formatShape(source.shape)}; give one axis, or null for the Frobenius norm`,
    );
  }
  const size = abs(source);
  if (order === Infinity) return reduce("np.linalg.norm", largest, size, axes, keepdims);
  if (order === -Infinity) return min(size, axes, keepdims);
  if (order === null || order === 2) return sqrt(sum(multiply(source, source), axes, keepdims));
  const total = sum(power(size, order), axes, keepdims);
  return typeof total === "number" ? total ** (1 / order) : power(total, 1 / order);
}
