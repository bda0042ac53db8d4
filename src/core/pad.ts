import { missing } from "./argument";
import type { NDArray } from "./array";
import { assign } from "./assign";
import { toNDArray } from "./convert";
import { full } from "./create";
import { assertWhole, formatShape } from "./shape";
import { sliceView } from "./slice";
import type { Operand } from "./types";

/** How many elements to add before and after an axis. */
export type PadWidth = readonly [before: number, after: number];

/**
 * The array with a constant border around it.
 *
 * @param widths one number for all sides, one pair for all axes, or a pair for each axis
 * @throws RangeError unless there is one pair of widths, or as many pairs of whole numbers as axes
 * @example
 * np.pad([[1, 2], [3, 4]], [[0, 0], [1, 2]]); // [[0. 1. 2. 0. 0.] [0. 3. 4. 0. 0.]]
 * np.pad(np.zeros([5, 28, 28, 3]), [[0, 0], [1, 1], [1, 1], [0, 0]]).shape; // [5, 30, 30, 3]
 */
export function pad(a: Operand, widths: number | PadWidth | readonly PadWidth[], value = 0): NDArray {
  const source = toNDArray("np.pad", a);
  if (widths === undefined) throw missing("np.pad", "widths");
  const pairs = pairPerAxis(source, widths);
  for (const pair of pairs) for (const n of pair) assertWhole("np.pad", "each width", n);
  const result = full(
    source.shape.map((n, d) => n + pairs[d][0] + pairs[d][1]),
    value,
  );
  const window = source.shape.map((n, d) => `${pairs[d][0]}:${pairs[d][0] + n}`);
  assign(sliceView(result, window), source);
  return result;
}

function pairPerAxis(source: NDArray, widths: number | PadWidth | readonly PadWidth[]): PadWidth[] {
  if (typeof widths === "number") return source.shape.map(() => [widths, widths]);
  if (isPair(widths)) return source.shape.map(() => widths);
  const pairs: readonly PadWidth[] = widths;
  if (pairs.length !== source.ndim) {
    const given = `${pairs.length} pairs`;
    throw new RangeError(
      `np.pad: expected a pair of whole numbers for each axis of ${formatShape(source.shape)}, got ${given}`,
    );
  }
  return [...pairs];
}

function isPair(widths: PadWidth | readonly PadWidth[]): widths is PadWidth {
  return typeof widths[0] === "number";
}
