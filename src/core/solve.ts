import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { eye } from "./create";
import { broadcastTo, reshape } from "./manipulation";
import { broadcastShapes, formatShape, sizeOf } from "./shape";
import { squareMatrices, squareMatrix } from "./squareMatrix";
import type { Operand } from "./types";

/**
 * The x for which `np.dot(a, x)` is `b`: a vector for a vector, an (n, k) matrix for one. Of several matrices, shape
 * (…, n, n), each is solved for its part of `b`, shape (…, n, k); the axes before the last two broadcast.
 *
 * @throws RangeError unless `a` holds square matrices that are not singular and `b` has as many rows
 * @example
 * np.linalg.solve([[2, 0], [1, 4]], [2, 9]); // [1. 2.]
 */
export function solve(a: Operand, b: Operand): NDArray {
  const matrices = squareMatrices("np.linalg.solve", a);
  const given = toNDArray("np.linalg.solve", b, "b");
  const n = matrices.shape[matrices.ndim - 1];
  const right = given.ndim === 1 ? reshape(given, [-1, 1]) : given;
  if (given.ndim < 1 || right.shape[right.ndim - 2] !== n) {
    const shapes = `${formatShape(matrices.shape)} and ${formatShape(given.shape)}`;
    throw new RangeError(`np.linalg.solve: shapes ${shapes} do not fit together`);
  }
  const batch = broadcastShapes("np.linalg.solve", matrices.shape.slice(0, -2), right.shape.slice(0, -2));
  const columns = right.shape[right.ndim - 1];
  const left = toTypedArray(broadcastTo(matrices, [...batch, n, n]));
  const x = toTypedArray(broadcastTo(right, [...batch, n, columns]));
  solveEach("np.linalg.solve", left, n, x, columns, sizeOf(batch));
  return new NDArray(x, given.ndim === 1 ? [...batch, n] : [...batch, n, columns]);
}

/**
 * The inverse of a square matrix: `np.dot(a, np.linalg.inv(a))` is the identity matrix. Of several, shape (…, n, n), the
 * inverse of each.
 *
 * @throws RangeError unless `a` holds square matrices that are not singular
 * @example
 * np.linalg.inv([[2, 0], [0, 4]]); // [[0.5 0.] [0. 0.25]]
 */
export function inv(a: Operand): NDArray {
  const matrices = squareMatrices("np.linalg.inv", a);
  const n = matrices.shape[matrices.ndim - 1];
  const x = toTypedArray(broadcastTo(eye(n), matrices.shape));
  solveEach("np.linalg.inv", toTypedArray(matrices), n, x, n, sizeOf(matrices.shape.slice(0, -2)));
  return new NDArray(x, matrices.shape);
}

/**
 * The determinant of a square matrix, as a number.
 *
 * @throws RangeError unless `a` is a square matrix
 * @example
 * np.linalg.det([[2, 1], [1, 3]]); // 5
 */
export function det(a: Operand): number {
  const matrix = squareMatrix("np.linalg.det", a);
  const n = matrix.shape[0];
  const lu = toTypedArray(matrix);
  const sign = eliminate(lu, n, () => {});
  let product = sign;
  for (let i = 0; i < n; i++) product *= lu[i * n + i];
  return product;
}

/** Solves `count` systems of n equations, whose matrices lie one after the other in `left`; both are overwritten. */
function solveEach(
  operation: string,
  left: Float64Array,
  n: number,
  x: Float64Array,
  columns: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const lu = left.subarray(i * n * n, (i + 1) * n * n);
    const right = x.subarray(i * n * columns, (i + 1) * n * columns);
    const sign = eliminate(lu, n, (p, q) => exchangeRows(right, columns, p, q));
    if (sign === 0) throw new RangeError(`${operation}: the matrix is singular, so it has no inverse`);
    for (let c = 0; c < columns; c++) substitute(lu, n, right, c, columns);
  }
}

/**
 * Gaussian elimination with partial pivoting, in place: the factors L and U (Golub and Van Loan, Matrix Computations,
 * algorithm 3.4.1). Returns the sign of the permutation, 0 for a singular matrix.
 */
function eliminate(lu: Float64Array, n: number, exchanged: (i: number, j: number) => void): number {
  let sign = 1;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) pivot = i;
    if (lu[pivot * n + k] === 0) return 0;
    if (pivot !== k) {
      exchangeRows(lu, n, k, pivot);
      exchanged(k, pivot);
      sign = -sign;
    }
    for (let i = k + 1; i < n; i++) {
      const factor = lu[i * n + k] / lu[k * n + k];
      lu[i * n + k] = factor;
      for (let j = k + 1; j < n; j++) lu[i * n + j] -= factor * lu[k * n + j];
    }
  }
  return sign;
}

function exchangeRows(data: Float64Array, columns: number, i: number, j: number): void {
  for (let c = 0; c < columns; c++) {
    const kept = data[i * columns + c];
    data[i * columns + c] = data[j * columns + c];
    data[j * columns + c] = kept;
  }
}

/** Solves L U x = b for column c, in place. */
function substitute(lu: Float64Array, n: number, x: Float64Array, c: number, columns: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) x[i * columns + c] -= lu[i * n + j] * x[j * columns + c];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) x[i * columns + c] -= lu[i * n + j] * x[j * columns + c];
    x[i * columns + c] /= lu[i * n + i];
  }
}
