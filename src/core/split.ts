import { missing } from "./argument";
import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { normalizeAxis } from "./shape";
import { sliceView } from "./slice";
import type { Operand } from "./types";

/**
 * Cuts an array along an axis into views: into that many equal parts, or before each of the given positions.
 *
 * @throws RangeError if there is no such axis, or if it does not divide into that many equal parts
 * @example
 * np.split(np.arange(6), 3); // [[0. 1.], [2. 3.], [4. 5.]]
 * np.split(np.arange(6), [2, 5]); // [[0. 1.], [2. 3. 4.], [5.]]
 */
export function split(a: Operand, parts: number | readonly number[], axis = 0): NDArray[] {
  const source = toNDArray("np.split", a);
  if (parts === undefined) throw missing("np.split", "parts");
  const d = normalizeAxis("np.split", axis, source.ndim);
  const length = source.shape[d];
  const cuts = typeof parts === "number" ? equalCuts(parts, length) : parts;
  const ends = [...cuts, length];
  return ends.map((end, i) => {
    const window = source.shape.map((_, axis) => (axis === d ? `${i === 0 ? 0 : ends[i - 1]}:${end}` : ":"));
    return sliceView(source, window);
  });
}

function equalCuts(parts: number, length: number): number[] {
  if (!Number.isInteger(parts) || parts < 1 || length % parts !== 0) {
    throw new RangeError(`np.split: an axis of length ${length} does not divide into ${parts} equal parts`);
  }
  return Array.from({ length: parts - 1 }, (_, i) => ((i + 1) * length) / parts);
}
