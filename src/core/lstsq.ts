import { divide, multiply, subtract } from "./arithmetic";
import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { dot } from "./linear";
import { reshape, transpose } from "./manipulation";
import { sum } from "./reduction";
import { formatShape } from "./shape";
import { sliceView } from "./slice";
import { svd } from "./svd";
import type { Operand } from "./types";

/**
 * The x with the least sum of squares of `np.dot(a, x) - b`, of several the shortest: `[x, residuals, rank, s]`, where
 * `residuals` has those sums if the matrix has full rank and more rows than columns (otherwise it is empty), and `s` the
 * singular values of `a`.
 *
 * @throws RangeError unless `a` is a matrix of finite numbers and `b` has as many rows
 * @example
 * const [x, residuals, rank] = np.linalg.lstsq([[0, 1], [1, 1], [2, 1]], [1, 3, 5]);
 * np.round(x, 8); // [2. 1.]
 * rank; // 2
 */
export function lstsq(a: Operand, b: Operand): [x: NDArray, residuals: NDArray, rank: number, s: NDArray] {
  const matrix = toNDArray("np.linalg.lstsq", a);
  const given = toNDArray("np.linalg.lstsq", b, "b");
  if (matrix.ndim !== 2 || given.ndim < 1 || given.ndim > 2 || given.shape[0] !== matrix.shape[0]) {
    const shapes = `${formatShape(matrix.shape)} and ${formatShape(given.shape)}`;
    throw new RangeError(`np.linalg.lstsq: shapes ${shapes} do not fit together`);
  }
  const [m, n] = matrix.shape;
  const right = given.ndim === 1 ? reshape(given, [-1, 1]) : given;
  const [u, s, vh] = svd(matrix, false);
  const least = Number.EPSILON * Math.max(m, n) * (s.data[0] ?? 0);
  const rank = s.data.filter((value) => value > least).length;
  const kept = `:${rank}`;
  const inBasis = dot(transpose(sliceView(u, [":", kept])), right);
  const scaled = divide(inBasis, reshape(sliceView(s, [kept]), [-1, 1]));
  const x = dot(transpose(sliceView(vh, [kept])), scaled);
  const error = subtract(dot(matrix, x), right);
  const residuals = rank === n && m > n ? sum(multiply(error, error), 0) : new NDArray(new Float64Array(0), [0]);
  return [given.ndim === 1 ? reshape(x, [n]) : x, residuals, rank, s];
}
