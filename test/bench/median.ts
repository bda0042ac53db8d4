/** The middle one of the numbers, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of each figure of several measurements. */
export function medians<T extends Record<string, number>>(measured: readonly T[]): T {
  const of = (key: string): [string, number] => [key, median(measured.map((each) => each[key]))];
  return Object.fromEntries(Object.keys(measured[0]).map(of)) as T;
}
