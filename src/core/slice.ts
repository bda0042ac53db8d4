import { NDArray } from "./NDArray";
import { parseSlice, type SliceIndex } from "./parseSlice";
import { formatShape } from "./shape";

export type { SliceIndex };

/**
 * NumPy's basic indexing as a view: a position drops its axis, a range such as `"1:5:2"` keeps it, `"..."` stands for
 * as many `":"` as are missing, null adds an axis of length 1. Axes that are not mentioned are kept whole.
 *
 * @throws RangeError for too many indices or a position out of bounds
 */
export function sliceView(array: NDArray, indices: readonly SliceIndex[]): NDArray {
  const shape: number[] = [];
  const strides: number[] = [];
  let offset = array.offset;
  let axis = 0;
  for (const index of expandEllipsis(array, indices)) {
    if (index === null) {
      shape.push(1);
      strides.push(0);
    } else if (typeof index === "number") {
      offset += position(array, index, axis) * array.strides[axis];
      axis += 1;
    } else {
      const range = parseSlice(index, array.shape[axis]);
      offset += range.length ? range.start * array.strides[axis] : 0;
      shape.push(range.length);
      strides.push(range.step * array.strides[axis]);
      axis += 1;
    }
  }
  return new NDArray(array.data, shape, strides, offset);
}

function expandEllipsis(array: NDArray, indices: readonly SliceIndex[]): readonly SliceIndex[] {
  let used = 0;
  for (const index of indices) if (index !== null && index !== "...") used += 1;
  if (used > array.ndim) {
    throw new RangeError(`slice: ${used} indices given for an array of shape ${formatShape(array.shape)}`);
  }
  const dots = indices.indexOf("...");
  if (used === array.ndim && dots < 0) return indices;
  const rest = new Array<SliceIndex>(array.ndim - used).fill(":");
  if (dots < 0) return [...indices, ...rest];
  return [...indices.slice(0, dots), ...rest, ...indices.slice(dots + 1)];
}

function position(array: NDArray, given: number, axis: number): number {
  const length = array.shape[axis];
  const index = given < 0 ? given + length : given;
  if (!Number.isInteger(index) || index < 0 || index >= length) {
    throw new RangeError(
      `slice: index ${given} is out of bounds for axis ${axis} of shape ${formatShape(array.shape)}`,
    );
  }
  return index;
}
