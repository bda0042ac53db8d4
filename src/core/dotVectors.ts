import { longVector } from "./wasm/resident";
import { residentDot } from "./wasm/residentDot";

/**
 * Inner product of the first `n` elements.
 *
 * The order of the additions depends on `n` alone, so the result does not depend on where the arrays lie: long vectors
 * may be resident, and are added up in {@link residentDot}'s order even if they are not.
 */
export function dotVectors(a: Float64Array, b: Float64Array, n: number): number {
  if (n < longVector) return twoSums(a, b, n);
  const whole = n - (n % 4);
  let sum = residentDot(a, b, whole) ?? fourSums(a, b, whole);
  for (let i = whole; i < n; i++) sum += a[i] * b[i];
  return sum;
}

/** Two sums in turn, since a sum waits for the one before it; plain JavaScript gains nothing from more. */
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

/** Element i is added to sum i modulo 4: the order of two pairs of SIMD lanes. */
function fourSums(a: Float64Array, b: Float64Array, n: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < n; i += 4) {
    first += a[i] * b[i];
    second += a[i + 1] * b[i + 1];
    third += a[i + 2] * b[i + 2];
    fourth += a[i + 3] * b[i + 3];
  }
  return first + third + (second + fourth);
}
