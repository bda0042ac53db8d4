// AssemblyScript, compiled by build.mjs to ../binaries.ts: exp, log and tanh of pairs of numbers, in place.
//
// Textbook reductions (Muller, Elementary Functions): e^x = 2^n e^r with |r| <= log(2) / 2, and
// log x = k log 2 + log m with m near 1. The constants stay in memory: as immediate operands they take twice the time.

/** Number of elements that one call can work on. */
const CAPACITY = 2048;
const buffer = memory.data(CAPACITY * 8, 16);

// The first part of log 2 has 32 bits, so that its product with an exponent is exact. Adding the shifters moves a whole
// number n, or n + 1023, to the low bits of the sum.
const constants = memory.data<f64>([
  1.4426950408889634, 0.6931471803691238, 1.9082149292705877e-10, 6755399441056767.0, 1.0, 2.0, 0.5, 44.0, 708.0,
  2.2250738585072014e-308, 1.7976931348623157e308, 4503599627371520.0,
]);
const LOG2_E = 0;
const LN2_HIGH = 1;
const LN2_LOW = 2;
const SHIFTER_1023 = 3;
const ONE = 4;
const TWO = 5;
const HALF = 6;
const TANH_LIMIT = 7;
const EXP_LIMIT = 8;
const SMALLEST_NORMAL = 9;
const LARGEST = 10;
const EXPONENT_BIAS = 11;

const SQRT_HALF_BITS = 0;
const BIAS_1024 = 1;
const EXPONENT_MASK = 2;
const TWO_TO_52 = 3;
const patterns = memory.data<i64>([0x3fe6a09e667f3bcd, 0x4000000000000000, 0xfff0000000000000, 0x4330000000000000]);

// 1/2!, 1/3!, ..., 1/13!
const exponential = memory.data<f64>([
  0.5, 0.16666666666666666, 0.041666666666666664, 0.008333333333333333, 0.001388888888888889, 1.984126984126984e-4,
  2.48015873015873e-5, 2.7557319223985893e-6, 2.755731922398589e-7, 2.505210838544172e-8, 2.08767569878681e-9,
  1.6059043836821613e-10,
]);
// 2/3, 2/5, ..., 2/21
const logarithm = memory.data<f64>([
  0.6666666666666666, 0.4, 0.2857142857142857, 0.2222222222222222, 0.18181818181818182, 0.15384615384615385,
  0.13333333333333333, 0.11764705882352941, 0.10526315789473684, 0.09523809523809523,
]);

/** Where the elements are expected, in bytes. */
export function address(): usize {
  return buffer;
}

/** e^x; true if an element is NaN or so large or small that its result is wrong and must be computed another way. */
export function exp(n: i32): bool {
  let odd = f64x2.splat(0);
  const end = buffer + (<usize>n << 3);
  for (let at = buffer; at < end; at += 16) {
    const x = v128.load(at);
    odd = v128.or(odd, v128.not(f64x2.le(f64x2.abs(x), constant(EXP_LIMIT))));
    const whole = f64x2.nearest(f64x2.mul(x, constant(LOG2_E)));
    const part = expm1Reduced(reduce(x, whole));
    v128.store(at, f64x2.mul(f64x2.add(constant(ONE), part), powerOfTwo(whole)));
  }
  return v128.any_true(odd);
}

/**
 * tanh x = t / (t + 2) with t = e^(2 |x|) - 1, and the sign of x; 1 to the last bit from 22 on.
 *
 * `pmin` keeps NaN here as `min` would, in one instruction instead of nine.
 */
export function tanh(n: i32): void {
  const end = buffer + (<usize>n << 3);
  for (let at = buffer; at < end; at += 16) {
    const x = v128.load(at);
    const magnitude = f64x2.abs(x);
    const y = f64x2.pmin(f64x2.add(magnitude, magnitude), constant(TANH_LIMIT));
    const whole = f64x2.nearest(f64x2.mul(y, constant(LOG2_E)));
    const scale = powerOfTwo(whole);
    const part = f64x2.mul(expm1Reduced(reduce(y, whole)), scale);
    const t = f64x2.add(part, f64x2.sub(scale, constant(ONE)));
    const result = f64x2.div(t, f64x2.add(t, constant(TWO)));
    v128.store(at, v128.or(result, v128.xor(x, magnitude)));
  }
}

/** log x; true if an element is not a positive, normal, finite number, in which case its result is wrong. */
export function log(n: i32): bool {
  let odd = f64x2.splat(0);
  const end = buffer + (<usize>n << 3);
  for (let at = buffer; at < end; at += 16) {
    const x = v128.load(at);
    const usual = v128.and(f64x2.ge(x, constant(SMALLEST_NORMAL)), f64x2.le(x, constant(LARGEST)));
    odd = v128.or(odd, v128.not(usual));
    // x = 2^k m with m from sqrt(1/2) to sqrt(2): both by integer arithmetic on the bits.
    const biased = i64x2.add(i64x2.sub(x, pattern(SQRT_HALF_BITS)), pattern(BIAS_1024));
    const exponent = v128.or(i64x2.shr_u(biased, 52), pattern(TWO_TO_52));
    const k = f64x2.sub(exponent, constant(EXPONENT_BIAS));
    const shift = i64x2.sub(v128.and(biased, pattern(EXPONENT_MASK)), pattern(BIAS_1024));
    const f = f64x2.sub(i64x2.sub(x, shift), constant(ONE));
    const s = f64x2.div(f, f64x2.add(f, constant(TWO)));
    const half = f64x2.mul(constant(HALF), f64x2.mul(f, f));
    const rest = f64x2.mul(s, f64x2.add(half, oddSeries(f64x2.mul(s, s))));
    const low = f64x2.sub(half, f64x2.add(rest, f64x2.mul(k, constant(LN2_LOW))));
    v128.store(at, f64x2.sub(f64x2.mul(k, constant(LN2_HIGH)), f64x2.sub(low, f)));
  }
  return v128.any_true(odd);
}

// @ts-ignore: decorator
@inline
function constant(i: i32): v128 {
  return v128.load_splat<f64>(constants + (<usize>i << 3));
}

// @ts-ignore: decorator
@inline
function pattern(i: i32): v128 {
  return v128.load_splat<i64>(patterns + (<usize>i << 3));
}

// @ts-ignore: decorator
@inline
function reduce(x: v128, whole: v128): v128 {
  const high = f64x2.sub(x, f64x2.mul(whole, constant(LN2_HIGH)));
  return f64x2.sub(high, f64x2.mul(whole, constant(LN2_LOW)));
}

// @ts-ignore: decorator
@inline
function powerOfTwo(whole: v128): v128 {
  return i64x2.shl(f64x2.add(whole, constant(SHIFTER_1023)), 52);
}

/** e^r - 1 = r + r^2 (1/2! + r/3! + ...), in pairs so that fewer operations wait for each other. */
// @ts-ignore: decorator
@inline
function expm1Reduced(r: v128): v128 {
  const square = f64x2.mul(r, r);
  let sum = pair(exponential, 10, r);
  sum = f64x2.add(f64x2.mul(sum, square), pair(exponential, 8, r));
  sum = f64x2.add(f64x2.mul(sum, square), pair(exponential, 6, r));
  sum = f64x2.add(f64x2.mul(sum, square), pair(exponential, 4, r));
  sum = f64x2.add(f64x2.mul(sum, square), pair(exponential, 2, r));
  sum = f64x2.add(f64x2.mul(sum, square), pair(exponential, 0, r));
  return f64x2.add(r, f64x2.mul(square, sum));
}

/** 2/3 z + 2/5 z^2 + ... */
// @ts-ignore: decorator
@inline
function oddSeries(z: v128): v128 {
  const square = f64x2.mul(z, z);
  let sum = pair(logarithm, 8, z);
  sum = f64x2.add(f64x2.mul(sum, square), pair(logarithm, 6, z));
  sum = f64x2.add(f64x2.mul(sum, square), pair(logarithm, 4, z));
  sum = f64x2.add(f64x2.mul(sum, square), pair(logarithm, 2, z));
  sum = f64x2.add(f64x2.mul(sum, square), pair(logarithm, 0, z));
  return f64x2.mul(sum, z);
}

/** Two neighbouring coefficients: c[i] + c[i + 1] x. */
// @ts-ignore: decorator
@inline
function pair(coefficients: usize, i: i32, x: v128): v128 {
  const at = coefficients + (<usize>i << 3);
  return f64x2.add(v128.load_splat<f64>(at), f64x2.mul(v128.load_splat<f64>(at, 8), x));
}
