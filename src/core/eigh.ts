import { NDArray } from "./array";
import { toTypedArray } from "./copy";
import { eye } from "./create";
import { squareMatrix } from "./squareMatrix";
import { turn } from "./turn";
import type { Operand } from "./types";

/** Jacobi's method gains digits quadratically; far fewer are needed. */
const mostSweeps = 60;

/**
 * The eigenvalues of a symmetric (n, n) matrix in ascending order, and its eigenvectors as columns: `[w, v]`, shapes (n,)
 * and (n, n). Each vector has length 1, and is unique up to its sign. Only the lower triangle is read.
 *
 * @throws RangeError unless `a` is a square matrix of finite numbers
 * @example
 * const [w, v] = np.linalg.eigh([[2, 1], [1, 2]]);
 * w; // [1. 3.]
 * np.abs(v); // [[0.70710678 0.70710678] [0.70710678 0.70710678]]
 */
export function eigh(a: Operand): [w: NDArray, v: NDArray] {
  const matrix = squareMatrix("np.linalg.eigh", a);
  const n = matrix.shape[0];
  const s = toTypedArray(matrix);
  if (!s.every(Number.isFinite))
    throw new RangeError("np.linalg.eigh: expected finite numbers, got NaN or an infinity");
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s[i * n + j] = s[j * n + i];
  const v = eye(n).data;
  const negligible = Number.EPSILON * 1e-2 * Math.sqrt(s.reduce((sum, x) => sum + x * x, 0));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let rotated = false;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotated = rotate(s, v, n, p, q, negligible) || rotated;
    if (!rotated) break;
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((p, q) => s[p * n + p] - s[q * n + q]);
  const w = Float64Array.from(order, (i) => s[i * n + i]);
  const vectors = Float64Array.from({ length: n * n }, (_, i) => v[Math.floor(i / n) * n + order[i % n]]);
  return [new NDArray(w, [n]), new NDArray(vectors, [n, n])];
}

/** Makes element (p, q) zero by a rotation (Golub and Van Loan, Matrix Computations, section 8.5); false if it is negligible. */
function rotate(s: Float64Array, v: Float64Array, n: number, p: number, q: number, negligible: number): boolean {
  const off = s[p * n + q];
  if (Math.abs(off) <= negligible) return false;
  const tau = (s[q * n + q] - s[p * n + p]) / (2 * off);
  const t = Math.sign(tau || 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cosine = 1 / Math.hypot(1, t);
  const sine = t * cosine;
  turn(s, p, q, n, n, cosine, sine);
  turn(s, p * n, q * n, 1, n, cosine, sine);
  turn(v, p, q, n, n, cosine, sine);
  s[p * n + q] = 0;
  s[q * n + p] = 0;
  return true;
}
