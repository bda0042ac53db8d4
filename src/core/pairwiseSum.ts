const block = 128;

/**
 * Sum of `n` elements that lie `stride` apart, in the order NumPy adds them: blocks of 128 with eight running sums,
 * blocks joined pairwise (`pairwise_sum` in NumPy's `loops_utils.h`). Its rounding error grows with log n, not n.
 */
export function pairwiseSum(data: Float64Array, from: number, n: number, stride: number): number {
  if (n < 8) return plainSum(data, from, n, stride);
  if (n <= block) return blockSum(data, from, n, stride);
  let half = Math.floor(n / 2);
  half -= half % 8;
  return pairwiseSum(data, from, half, stride) + pairwiseSum(data, from + half * stride, n - half, stride);
}

function plainSum(data: Float64Array, from: number, n: number, stride: number): number {
  let total = 0;
  for (let i = 0, p = from; i < n; i++, p += stride) total += data[p];
  return total;
}

function blockSum(data: Float64Array, from: number, n: number, stride: number): number {
  let a = data[from];
  let b = data[from + stride];
  let c = data[from + 2 * stride];
  let d = data[from + 3 * stride];
  let e = data[from + 4 * stride];
  let f = data[from + 5 * stride];
  let g = data[from + 6 * stride];
  let h = data[from + 7 * stride];
  const whole = n - (n % 8);
  let p = from + 8 * stride;
  for (let i = 8; i < whole; i += 8, p += 8 * stride) {
    a += data[p];
    b += data[p + stride];
    c += data[p + 2 * stride];
    d += data[p + 3 * stride];
    e += data[p + 4 * stride];
    f += data[p + 5 * stride];
    g += data[p + 6 * stride];
    h += data[p + 7 * stride];
  }
  return a + b + (c + d) + (e + f + (g + h)) + plainSum(data, p, n - whole, stride);
}
