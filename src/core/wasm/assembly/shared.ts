// AssemblyScript, compiled by build.mjs to ../binaries.ts: what two threads compute with arrays in their shared memory.

export { product } from "./product";

/**
 * The inner product of `n` elements, a multiple of four. Element i goes into sum i modulo 4, as in ../../dotVectors.ts:
 * two pairs of sums, since each addition waits for the one before it.
 */
export function dot(x: usize, y: usize, n: i32): f64 {
  let even = f64x2.splat(0);
  let odd = even;
  const end = x + (<usize>n << 3);
  while (x < end) {
    even = f64x2.add(even, f64x2.mul(v128.load(x), v128.load(y)));
    odd = f64x2.add(odd, f64x2.mul(v128.load(x, 16), v128.load(y, 16)));
    x += 32;
    y += 32;
  }
  even = f64x2.add(even, odd);
  return f64x2.extract_lane(even, 0) + f64x2.extract_lane(even, 1);
}
