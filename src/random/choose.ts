/** Index of the first cumulative probability above `x`. */
export function searchCumulative(weights: Float64Array, x: number): number {
  const cumulative = weights.slice();
  for (let i = 1; i < cumulative.length; i++) cumulative[i] += cumulative[i - 1];
  const total = cumulative[cumulative.length - 1];
  const index = cumulative.findIndex((value) => value / total > x);
  return index < 0 ? cumulative.length : index;
}

/** NumPy's way to draw distinct indices: draw all that are missing, keep the first of each, strike them out, repeat. */
export function chooseWithoutReplacement(weights: Float64Array, count: number, draw: () => number): Float64Array {
  const possible = weights.filter((weight) => weight > 0).length;
  if (possible < count)
    throw new RangeError(`np.random.choice: only ${possible} probabilities are not 0, ${count} asked for`);
  const left = weights.slice();
  const chosen = new Set<number>();
  while (chosen.size < count) {
    const draws = Array.from({ length: count - chosen.size }, draw);
    const indices = draws.map((x) => searchCumulative(left, x));
    for (const index of indices) {
      chosen.add(index);
      left[index] = 0;
    }
  }
  return Float64Array.from(chosen);
}
