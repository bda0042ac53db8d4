/** Bars of a histogram: where the first starts, how wide they are, and how high. */
export interface Bars {
  start: number;
  width: number;
  counts: number[];
}

/** @param most how many bars there may be; the width is a round number */
export function histogramBars(values: readonly number[], most = Math.ceil(Math.sqrt(values.length)) * 2): Bars {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (finite.length === 0) return { start: 0, width: 1, counts: [] };
  if (low === high) return { start: low - 0.5, width: 1, counts: [finite.length] };
  const rough = (high - low) / Math.max(most, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const start = Math.floor(low / width) * width;
  const counts: number[] = Array(Math.floor((high - start) / width) + 1).fill(0);
  for (const value of finite) counts[Math.floor((value - start) / width)] += 1;
  return { start, width, counts };
}
