import { add, type DoubleDouble, divide, multiply, twoSum } from "../core/doubleDouble";

const ln2: DoubleDouble = [Math.LN2, 2.3190468138462996e-17];
const third: DoubleDouble = [1 / 3, 1.850371707708594e-17];
const bits = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm of a positive, normal number, correctly rounded in all but about one case in a thousand.
 *
 * `Math.log` is off by one unit in the last place every few per cent, and NumPy's stream of normal numbers, which goes
 * through the C library's far more accurate logarithm, would differ there.
 *
 * With x = 2^k m and s = (m - 1) / (m + 1): log x = k log 2 + 2 (s + s^3 / 3 + s^5 / 5 + ...).
 */
export function accurateLog(x: number): number {
  bits.setFloat64(0, x);
  let exponent = (bits.getUint16(0) >>> 4) - 1023;
  bits.setUint16(0, (bits.getUint16(0) & 0x000f) | 0x3ff0);
  let m = bits.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    exponent += 1;
  }
  const s = divide([m - 1, 0], twoSum(m, 1));
  const square = multiply(s, s);
  const tail = oddSeries(square[0]) * square[0] * square[0];
  const series = add(multiply(square, third), [tail, 0]);
  const log = add(s, multiply(s, series));
  const whole = multiply(ln2, [exponent, 0]);
  const [high, low] = add(whole, [2 * log[0], 2 * log[1]]);
  return high + low;
}

/** 1/5 + q/7 + q^2/9 + ... for q up to 0.03. */
function oddSeries(q: number): number {
  let sum = 0;
  for (let n = 27; n >= 5; n -= 2) sum = sum * q + 1 / n;
  return sum;
}
