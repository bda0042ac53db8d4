import { missing } from "./argument";
import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { assertWhole, normalizeAxis } from "./shape";
import { sliceView } from "./slice";
import type { Operand } from "./types";

/**
 * Cuts an array along an axis into views: into that many equal parts, or before each of the given positions.
 *
 * @throws RangeError if there is no such axis, if it does not divide into that many equal parts, or for a position
 * that is not a whole number
 * @example
 * np.split(np.arange(6), 3); // [[0. 1.], [2. 3.], [4. 5.]]
 * np.split(np.arange(6), [2, 5]); // [[0. 1.], [2. 3. 4.], [5.]]
 */
export function split(a: Operand, parts: number | readonly number[], axis = 0): NDArray[] {
  return cut("np.split", equalCuts, a, parts, axis);
}

/**
 * Cuts an array along an axis into that many views of nearly equal length, the longer ones first, or before each of the
 * given positions.
 *
 * @throws RangeError if there is no such axis, or unless the number of parts is a whole number from 1
 * @example
 * np.arraySplit(np.arange(5), 3); // [[0. 1.], [2. 3.], [4.]]
 */
export function arraySplit(a: Operand, parts: number | readonly number[], axis = 0): NDArray[] {
  return cut("np.arraySplit", nearlyEqualCuts, a, parts, axis);
}

type Cuts = (parts: number, length: number) => number[];

function cut(operation: string, cutsOf: Cuts, a: Operand, parts: number | readonly number[], axis: number): NDArray[] {
  const source = toNDArray(operation, a);
  if (parts === undefined) throw missing(operation, "parts");
  const d = normalizeAxis(operation, axis, source.ndim);
  const length = source.shape[d];
  const cuts = typeof parts === "number" ? cutsOf(parts, length) : parts;
  for (const position of cuts) assertWhole(operation, "each position", position, -Infinity);
  const ends = [...cuts, length];
  return ends.map((end, i) => {
    const window = source.shape.map((_, axis) => (axis === d ? `${i === 0 ? 0 : ends[i - 1]}:${end}` : ":"));
    return sliceView(source, window);
  });
}

function nearlyEqualCuts(parts: number, length: number): number[] {
  assertWhole("np.arraySplit", "parts", parts, 1);
  const longer = length % parts;
  const short = Math.floor(length / parts);
  return Array.from({ length: parts - 1 }, (_, i) => (i + 1) * short + Math.min(i + 1, longer));
}

function equalCuts(parts: number, length: number): number[] {
  if (!Number.isInteger(parts) || parts < 1 || length % parts !== 0) {
    throw new RangeError(`np.split: an axis of length ${length} does not divide into ${parts} equal parts`);
  }
  return Array.from({ length: parts - 1 }, (_, i) => ((i + 1) * length) / parts);
}
