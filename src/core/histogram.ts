import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { linspace } from "./create";
import { describeGiven } from "./describeGiven";
import { firstNotBelow } from "./searchsorted";
import type { Operand } from "./types";

/**
 * How many elements fall into each bin, and the edges of the bins: `[counts, edges]`, shapes (n,) and (n + 1,). Each bin
 * takes in its left edge, and the last one both.
 *
 * @param bins how many bins of equal width, or their edges in ascending order
 * @param range the outermost edges; the smallest and the largest element by default
 * @param density true for the share of each bin divided by its width, so that the area is 1
 * @throws RangeError unless there is at least one bin, the edges ascend and the range is finite
 * @example
 * const [counts, edges] = np.histogram([1, 2, 2, 5], 2);
 * counts; // [3. 1.]
 * edges; // [1. 3. 5.]
 */
export function histogram(
  a: Operand,
  bins: number | Exclude<Operand, number | boolean> = 10,
  range?: readonly [low: number, high: number] | null,
  density = false,
): [counts: NDArray, edges: NDArray] {
  const values = toTypedArray(toNDArray("np.histogram", a));
  const edges = typeof bins === "number" ? equalEdges(values, bins, range ?? undefined) : givenEdges(bins);
  const counts = new Float64Array(edges.length - 1);
  const last = counts.length - 1;
  for (const x of values) {
    if (!(x >= edges[0] && x <= edges[last + 1])) continue;
    counts[x === edges[last + 1] ? last : firstNotBelow(edges, x, true) - 1] += 1;
  }
  if (density) toDensity(counts, edges);
  return [new NDArray(counts, [counts.length]), new NDArray(edges, [edges.length])];
}

function toDensity(counts: Float64Array, edges: Float64Array): void {
  const total = counts.reduce((sum, n) => sum + n, 0);
  counts.forEach((n, i) => {
    counts[i] = n / (edges[i + 1] - edges[i]) / total;
  });
}

function equalEdges(values: Float64Array, bins: number, range?: readonly [number, number]): Float64Array {
  if (!Number.isInteger(bins) || bins < 1) {
    throw new RangeError(`np.histogram: expected a whole number from 1 for bins, got ${describeGiven(bins)}`);
  }
  const [low, high] = range ?? [
    values.reduce((p, q) => Math.min(p, q), Infinity),
    values.reduce((p, q) => Math.max(p, q), -Infinity),
  ];
  if (range === undefined && values.length === 0) return linspace(0, 1, bins + 1).data;
  if (!Number.isFinite(low) || !Number.isFinite(high) || low > high) {
    throw new RangeError(`np.histogram: expected a finite range for the bins, got ${low} to ${high}`);
  }
  return (low === high ? linspace(low - 0.5, high + 0.5, bins + 1) : linspace(low, high, bins + 1)).data;
}

function givenEdges(bins: Operand): Float64Array {
  const given = toNDArray("np.histogram", bins, "bins");
  const edges = toTypedArray(given);
  if (given.ndim !== 1 || edges.length < 2 || edges.some((edge, i) => i > 0 && !(edges[i - 1] <= edge))) {
    throw new RangeError("np.histogram: expected at least two edges in ascending order for bins");
  }
  return edges;
}
