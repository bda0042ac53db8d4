import { logNearOne } from "./logNearOne";

// log 2 in two parts; the first has so few bits that its multiples by an exponent are exact.
const ln2 = 0x162e42fefa3 / 2 ** 41;
const ln2Rest = 2.8235290563031577e-13;

/** From here to 1 the logarithm is small, and the rounding of its parts would show. */
const nearOne = 0.98;

/** Numbers from 1 to 2 are looked up by their first 7 bits. */
const entries = 128;
/** Inverses are multiples of 1 / 1024, so that their products with half a number are exact. */
const steps = 1024;
/** The first parts of logarithms are multiples of 2^-41. */
const firstBits = 41n;

/** What is added to exponents in memory. */
const bias = 1023;
const cut = 2 ** 32 + 1;

/** For each entry c, which is about 1 / m for m in its middle, and -log c in two parts; one number stays unused. */
const width = 4;
let table: Float64Array | undefined;
/** 2^-k by k + bias. */
let scales = new Float64Array(0);
const bits = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm of a positive, normal number, correctly rounded in all but about one case in a thousand.
 *
 * `Math.log` is off by one unit in the last place in a few per cent of all cases. NumPy's stream of normal numbers uses
 * the C library's far more accurate logarithm, and would differ there.
 *
 * With x = 2^k m and a tabulated c, about 1 / m: log x = k log 2 - log c + log(1 + r), where r = m c - 1 is less than
 * 0.005 (Tang, 1990). The parts that matter most, k log 2, -log c and the first bits of r, have so few bits that their
 * sum is exact; the others are so small that their rounding hardly ever shows.
 */
export function accurateLog(x: number): number {
  if (x > nearOne && x < 1 / nearOne) return logNearOne(x);
  if (table === undefined) table = prepare();
  bits.setFloat64(0, x, true);
  const top = bits.getUint32(4, true);
  const exponent = top >>> 20;
  const k = exponent - bias;
  const m = x * scales[exponent];
  // All but 21 bits are cut off (Veltkamp). Clearing them in memory would make the processor wait for it.
  const scaled = m * cut;
  const half = scaled - (scaled - m);

  const entry = ((top >>> 13) & (entries - 1)) * width;
  const inverse = table[entry];
  const first = half * inverse - 1;
  const second = (m - half) * inverse;
  const r = first + second;
  const rest = second + (k * ln2Rest + table[entry + 2]) + r * r * series(r);
  return k * ln2 + table[entry + 1] + first + rest;
}

/** (log(1 + r) - r) / r^2 = -1/2 + r/3 - r^2/4 + ..., in pairs so that fewer operations wait for each other. */
function series(r: number): number {
  const square = r * r;
  const fourth = square * square;
  const early = -1 / 2 + r * (1 / 3) + square * (-1 / 4 + r * (1 / 5));
  const late = -1 / 6 + r * (1 / 7) + square * (-1 / 8 + r * (1 / 9)) - fourth * (1 / 10);
  return early + fourth * late;
}

function prepare(): Float64Array {
  scales = Float64Array.from({ length: 2 * bias + 1 }, (_, i) => 2 ** (bias - i));
  const made = new Float64Array(entries * width);
  for (let i = 0; i < entries; i++) {
    const inverse = Math.round(steps / (1 + (i + 0.5) / entries));
    const log = fixedLog(BigInt(steps), BigInt(inverse));
    const first = Number(log >> (fixedBits - firstBits)) / 2 ** Number(firstBits);
    const rest = Number(log & (2n ** (fixedBits - firstBits) - 1n)) / 2 ** Number(fixedBits);
    made.set([inverse / steps, first, rest], i * width);
  }
  return made;
}

const fixedBits = 96n;

/** log(p / q) for q <= p <= 2 q, in units of 2^-96: 2 (s + s^3 / 3 + s^5 / 5 + ...) with s = (p - q) / (p + q). */
function fixedLog(p: bigint, q: bigint): bigint {
  const s = ((p - q) << fixedBits) / (p + q);
  const square = (s * s) >> fixedBits;
  let sum = 0n;
  let power = s;
  for (let n = 1n; power > 0n; n += 2n) {
    sum += power / n;
    power = (power * square) >> fixedBits;
  }
  return 2n * sum;
}
