/** Inner product of the first `n` elements; two sums in turn, since a sum waits for the one before it. */
export function dotVectors(a: Float64Array, b: Float64Array, n: number): number {
  const half = n >> 1;
  let first = 0;
  let second = 0;
  for (let i = 0; i < half; i++) {
    first += a[i] * b[i];
    second += a[i + half] * b[i + half];
  }
  return n % 2 === 0 ? first + second : first + second + a[n - 1] * b[n - 1];
}
