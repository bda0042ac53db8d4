import type { NDArray } from "./array";
import { copy } from "./copy";

/** Writes the product of `a` (m, k) and `b` (k, n) to `out` without WebAssembly: for small ones, and as a fallback. */
export function plainProduct(a: NDArray, b: NDArray, out: Float64Array): void {
  if (a.strides[1] === 1 && b.strides[0] === 1) innerProducts(a, b, out);
  else sumsOfRows(a, b.strides[1] === 1 ? b : copy(b), out);
}

/** Rows of `a` times columns of `b`, without gaps; two alternating sums, as each addition waits for the one before. */
function innerProducts(a: NDArray, b: NDArray, out: Float64Array): void {
  const [m, k] = a.shape;
  const n = b.shape[1];
  const x = a.data;
  const y = b.data;
  const half = k >> 1;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const p = a.offset + i * a.strides[0];
      const q = b.offset + j * b.strides[1];
      let first = 0;
      let second = 0;
      for (let c = 0; c < half; c++) {
        first += x[p + c] * y[q + c];
        second += x[p + c + half] * y[q + c + half];
      }
      if (k % 2 === 1) first += x[p + k - 1] * y[q + k - 1];
      out[i * n + j] = first + second;
    }
  }
}

/**
 * Every row of the result is a sum of rows of `b`, added two at a time; an odd one comes first.
 *
 * Starting from `0 +` prevents a result of -0, as a sum that starts from 0 does.
 */
function sumsOfRows(a: NDArray, b: NDArray, out: Float64Array): void {
  const [m, k] = a.shape;
  const n = b.shape[1] | 0; // a 32-bit number, see binaryKernels.ts
  const [row, column] = a.strides;
  const [below] = b.strides;
  const x = a.data;
  const y = b.data;
  if (k === 0) out.fill(0);
  for (let i = 0; i < m; i++) {
    const to = i * n;
    const from = a.offset + i * row;
    if (k % 2 === 1) {
      const f = x[from + (k - 1) * column];
      const p = b.offset + (k - 1) * below;
      for (let j = 0; j < n; j++) out[to + j] = 0 + f * y[p + j];
    }
    for (let c = 0; c + 1 < k; c += 2) {
      const f = x[from + c * column];
      const g = x[from + (c + 1) * column];
      const p = b.offset + c * below;
      const q = p + below;
      if (c === 0 && k % 2 === 0) for (let j = 0; j < n; j++) out[to + j] = 0 + (f * y[p + j] + g * y[q + j]);
      else for (let j = 0; j < n; j++) out[to + j] += f * y[p + j] + g * y[q + j];
    }
  }
}
