export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, x) => total + x, 0);
}

/** Rounded so that thirds of a point add up to whole points again. */
export function round(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
