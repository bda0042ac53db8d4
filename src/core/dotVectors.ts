import { longArray } from "./allocate";
import { dotOnHeap } from "./wasm/dotOnHeap";

/**
 * Inner product of the first `n` elements.
 *
 * The order of the additions depends on `n` alone, so the result depends neither on where the arrays are nor on the
 * number of threads: long vectors are always summed in two halves, in the order of {@link dotOnHeap}.
 */
export function dotVectors(a: Float64Array, b: Float64Array, n: number): number {
  if (n < longArray) return twoSums(a, b, n);
  const whole = n - (n % 4);
  const half = Math.floor(whole / 8) * 4;
  const [first, second] = dotOnHeap(a, b, half, whole) ?? [fourSums(a, b, 0, half), fourSums(a, b, half, whole)];
  let sum = first + second;
  for (let i = whole; i < n; i++) sum += a[i] * b[i];
  return sum;
}

/** Two alternating sums, since each addition waits for the one before it; plain JavaScript gains nothing from more. */
function twoSums(a: Float64Array, b: Float64Array, n: number): number {
  const half = n >> 1;
  let first = 0;
  let second = 0;
  for (let i = 0; i < half; i++) {
    first += a[i] * b[i];
    second += a[i + half] * b[i + half];
  }
  return n % 2 === 0 ? first + second : first + second + a[n - 1] * b[n - 1];
}

/** Element i goes into sum i modulo 4, the order of two pairs of SIMD lanes. */
function fourSums(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = from; i < to; i += 4) {
    first += a[i] * b[i];
    second += a[i + 1] * b[i + 1];
    third += a[i + 2] * b[i + 2];
    fourth += a[i + 3] * b[i + 3];
  }
  return first + third + (second + fourth);
}
