import { add, type DoubleDouble, multiply, twoSum } from "../random/doubleDouble";

// pi / 2 to about 106 bits.
const halfPi: DoubleDouble = [1.5707963267948966, 6.123233995736766e-17];

/**
 * Sine, correctly rounded in all but about one case in a million for |x| up to about 1000. `Math.sin` may be off by one
 * unit in the last place, and the data sets would then not be bit-identical to those of the Python libraries.
 */
export function accurateSin(x: number): number {
  return sineOfQuadrant(x, 0);
}

/** Cosine, as accurate as {@link accurateSin}. */
export function accurateCos(x: number): number {
  return sineOfQuadrant(x, 1);
}

/** sin(x + shift * pi / 2). */
function sineOfQuadrant(x: number, shift: number): number {
  const turns = Math.round(x / halfPi[0]);
  const rest = add([x, 0], multiply(halfPi, [-turns, 0]));
  const quadrant = (((turns + shift) % 4) + 4) % 4;
  const [high, low] = quadrant % 2 === 0 ? taylor(rest, 1) : taylor(rest, 0);
  return quadrant < 2 ? high + low : -(high + low);
}

/** x - x^3/3! + ... for first = 1, 1 - x^2/2! + ... for first = 0; |x| up to pi / 4. */
function taylor(x: DoubleDouble, first: 0 | 1): DoubleDouble {
  const square = multiply(x, x);
  let term: DoubleDouble = first === 1 ? x : [1, 0];
  let sum = term;
  for (let n = first + 1; n < first + 27; n += 2) {
    term = divideBy(multiply(term, square), -n * (n + 1));
    sum = add(sum, term);
  }
  return sum;
}

function divideBy(a: DoubleDouble, divisor: number): DoubleDouble {
  const quotient = a[0] / divisor;
  const [product, error] = multiply([quotient, 0], [divisor, 0]);
  return twoSum(quotient, (a[0] - product - error + a[1]) / divisor);
}
