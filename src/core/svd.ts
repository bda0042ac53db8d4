import { NDArray } from "./array";
import { completeBasis } from "./completeBasis";
import { toNDArray } from "./convert";
import { copy, toTypedArray } from "./copy";
import { eye } from "./create";
import { transpose } from "./manipulation";
import { formatShape } from "./shape";
import { turn } from "./turn";
import type { Operand } from "./types";

/** Jacobi's method gains digits quadratically; far fewer are needed. */
const mostSweeps = 60;

/**
 * The singular value decomposition of an (m, n) matrix: `[u, s, vh]`, where `s` has the min(m, n) singular values in
 * descending order, and `a` is u times the diagonal matrix of s times vh. With full matrices, u has shape (m, m) and vh
 * (n, n); without, (m, k) and (k, n) for k singular values. Each pair of vectors is unique up to its sign.
 *
 * @throws RangeError unless `a` is a matrix of finite numbers
 * @example
 * const [u, s, vh] = np.linalg.svd([[3, 0], [0, -4]]);
 * s; // [4. 3.]
 * np.dot(np.multiply(u, s), vh); // [[3. 0.] [0. -4.]]
 */
export function svd(a: Operand, fullMatrices = true): [u: NDArray, s: NDArray, vh: NDArray] {
  const matrix = toNDArray("np.linalg.svd", a);
  if (matrix.ndim !== 2) {
    throw new RangeError(`np.linalg.svd: expected a matrix, got shape ${formatShape(matrix.shape)}`);
  }
  if (!toTypedArray(matrix).every(Number.isFinite)) {
    throw new RangeError("np.linalg.svd: expected finite numbers, got NaN or an infinity");
  }
  const [m, n] = matrix.shape;
  if (m < n) {
    const [u, s, vh] = svd(transpose(matrix), fullMatrices);
    return [copy(transpose(vh)), s, copy(transpose(u))];
  }
  const columns = toTypedArray(transpose(matrix)); // one column of the matrix after the other
  const v = eye(n).data;
  for (let sweep = 0; sweep < mostSweeps && orthogonalize(columns, v, m, n); sweep++);
  return sorted(columns, v, m, n, fullMatrices);
}

/** One sweep of rotations after which the columns are closer to orthogonal (Hestenes); false if they were. */
function orthogonalize(columns: Float64Array, v: Float64Array, m: number, n: number): boolean {
  let rotated = false;
  for (let p = 0; p < n; p++) {
    for (let q = p + 1; q < n; q++) {
      const alpha = inner(columns, p, p, m);
      const beta = inner(columns, q, q, m);
      const gamma = inner(columns, p, q, m);
      if (Math.abs(gamma) <= Number.EPSILON * Math.sqrt(alpha) * Math.sqrt(beta)) continue;
      rotated = true;
      const tau = (beta - alpha) / (2 * gamma);
      const t = Math.sign(tau || 1) / (Math.abs(tau) + Math.hypot(1, tau));
      const cosine = 1 / Math.hypot(1, t);
      turn(columns, p * m, q * m, 1, m, cosine, t * cosine);
      turn(v, p * n, q * n, 1, n, cosine, t * cosine);
    }
  }
  return rotated;
}

function inner(columns: Float64Array, p: number, q: number, m: number): number {
  let sum = 0;
  for (let i = 0; i < m; i++) sum += columns[p * m + i] * columns[q * m + i];
  return sum;
}

/** The columns' lengths in descending order, the columns divided by them, and the rotations in the same order. */
function sorted(
  columns: Float64Array,
  v: Float64Array,
  m: number,
  n: number,
  fullMatrices: boolean,
): [NDArray, NDArray, NDArray] {
  const lengths = Array.from({ length: n }, (_, j) => Math.hypot(...columns.subarray(j * m, (j + 1) * m)));
  const order = lengths.map((_, j) => j).sort((p, q) => lengths[q] - lengths[p]);
  const s = Float64Array.from(order, (j) => lengths[j]);
  const least = (s[0] ?? 0) * Number.EPSILON * m;
  const known = order
    .filter((j) => lengths[j] > least)
    .map((j) => columns.slice(j * m, (j + 1) * m).map((x) => x / lengths[j]));
  const basis = completeBasis(known, m, fullMatrices ? m : n);
  const u = new NDArray(Float64Array.from(basis.flatMap((column) => [...column])), [basis.length, m]);
  const vh = new NDArray(Float64Array.from(order.flatMap((j) => [...v.subarray(j * n, (j + 1) * n)])), [n, n]);
  return [copy(transpose(u)), new NDArray(s, [n]), vh];
}
