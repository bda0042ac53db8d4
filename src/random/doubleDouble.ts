/** A number as the unevaluated sum of two doubles: about 106 significant bits (Dekker, 1971). */
export type DoubleDouble = readonly [high: number, low: number];

/** The exact sum of two numbers. */
export function twoSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  return [sum, sumError(a, b, sum)];
}

/** The exact product of two numbers. */
function twoProduct(a: number, b: number): DoubleDouble {
  const product = a * b;
  return [product, productError(a, b, product)];
}

/** What a + b, rounded to `sum`, lost (Knuth). */
export function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

/** What a * b, rounded to `product`, lost: by Dekker's splitting into halves. */
export function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

function upperHalf(a: number): number {
  const scaled = 134217729 * a;
  return scaled - (scaled - a);
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [high, low] = twoSum(a[0], b[0]);
  const rest = low + a[1] + b[1];
  const sum = high + rest;
  return [sum, rest - (sum - high)];
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [high, low] = twoProduct(a[0], b[0]);
  const rest = low + (a[0] * b[1] + a[1] * b[0]);
  const product = high + rest;
  return [product, rest - (product - high)];
}
