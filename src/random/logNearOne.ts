import { productError, sumError } from "./doubleDouble";

const third = 1 / 3;
/** What the double next to 1/3 leaves out. */
const thirdRest = 1.850371707708594e-17;

/**
 * The natural logarithm of a number close to 1, where it is small itself, correctly rounded in all but about one case in
 * a thousand.
 *
 * With s = (x - 1) / (x + 1): log x = 2 (s + s^3 / 3 + s^5 / 5 + ...). Numbers whose rounding would matter come in two
 * parts, where `rest` is what the rounded one lacks (Dekker, 1971). They are not kept in pairs: making the pairs takes
 * longer than computing with them.
 */
export function logNearOne(x: number): number {
  const numerator = x - 1;
  const denominator = x + 1;
  const s = numerator / denominator;
  const back = s * denominator;
  const left = numerator - back - productError(s, denominator, back) - s * sumError(x, 1, denominator);
  const sRest = left / denominator;

  const square = s * s;
  const squareRest = productError(s, s, square) + 2 * s * sRest;
  const cubic = square * third;
  const cubicRest = productError(square, third, cubic) + (square * thirdRest + squareRest * third);
  const later = oddSeries(square) * square * square;
  const series = cubic + later;
  const seriesRest = sumError(cubic, later, series) + cubicRest;

  const term = s * series;
  const termRest = productError(s, series, term) + (s * seriesRest + sRest * series);
  const half = s + term;
  return 2 * half + 2 * (sumError(s, term, half) + sRest + termRest);
}

/** 1/5 + q/7 + q^2/9 + ... for q up to 0.0001. */
function oddSeries(q: number): number {
  return 1 / 5 + q * (1 / 7 + q * (1 / 9 + q / 11));
}
