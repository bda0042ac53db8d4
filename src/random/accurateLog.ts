import { productError, sumError } from "./doubleDouble";

// Each number is followed by the part that its double leaves out.
const ln2 = Math.LN2;
const ln2Low = 2.3190468138462996e-17;
const third = 1 / 3;
const thirdLow = 1.850371707708594e-17;

const bits = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm of a positive, normal number, correctly rounded in all but about one case in a thousand.
 *
 * `Math.log` is off by one unit in the last place in a few per cent of all cases. NumPy's stream of normal numbers uses
 * the C library's far more accurate logarithm, and would differ there.
 *
 * With x = 2^k m and s = (m - 1) / (m + 1): log x = k log 2 + 2 (s + s^3 / 3 + s^5 / 5 + ...). Numbers whose rounding
 * would matter come in two parts, where `low` is what the rounded one lacks (Dekker, 1971). They are not kept in pairs:
 * making the pairs takes longer than computing with them.
 */
export function accurateLog(x: number): number {
  bits.setFloat64(0, x);
  const top = bits.getUint16(0);
  bits.setUint16(0, (top & 0x000f) | 0x3ff0);
  const fraction = bits.getFloat64(0);
  const halved = fraction > Math.SQRT2;
  const m = halved ? fraction / 2 : fraction;
  const k = (top >>> 4) - (halved ? 1022 : 1023);

  const numerator = m - 1;
  const denominator = m + 1;
  const s = numerator / denominator;
  const back = s * denominator;
  const rest = numerator - back - productError(s, denominator, back) - s * sumError(m, 1, denominator);
  const sLow = rest / denominator;

  const square = s * s;
  const squareLow = productError(s, s, square) + 2 * s * sLow;
  const cubic = square * third;
  const cubicLow = productError(square, third, cubic) + (square * thirdLow + squareLow * third);
  const later = oddSeries(square) * square * square;
  const series = cubic + later;
  const seriesLow = sumError(cubic, later, series) + cubicLow;

  const term = s * series;
  const termLow = productError(s, series, term) + (s * seriesLow + sLow * series);
  const half = s + term;
  const halfLow = sumError(s, term, half) + sLow + termLow;
  const whole = k * ln2;
  const wholeLow = productError(k, ln2, whole) + k * ln2Low;
  const sum = whole + 2 * half;
  return sum + (sumError(whole, 2 * half, sum) + wholeLow + 2 * halfLow);
}

/** 1/5 + q/7 + q^2/9 + ... for q up to 0.03. */
function oddSeries(q: number): number {
  const last = 1 / 19 + q * (1 / 21 + q * (1 / 23 + q * (1 / 25 + q / 27)));
  const middle = 1 / 11 + q * (1 / 13 + q * (1 / 15 + q * (1 / 17 + q * last)));
  return 1 / 5 + q * (1 / 7 + q * (1 / 9 + q * middle));
}
