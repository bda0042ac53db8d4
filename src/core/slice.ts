import { NDArray } from "./array";
import { countOf, firstOf, parseSlice, type SliceIndex } from "./parseSlice";
import { formatShape } from "./shape";

export type { SliceIndex };

/**
 * NumPy's basic indexing as a view: a position drops its axis, a range such as `"1:5:2"` keeps it, `"..."` stands for
 * as many `":"` as are missing, null adds an axis of length 1. Axes that are not mentioned are kept whole.
 *
 * @throws RangeError for too many indices or a position out of bounds
 */
export function sliceView(array: NDArray, indices: readonly SliceIndex[]): NDArray {
  let used = 0;
  let ndim = 0;
  let dots = false;
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    if (index !== null) used += 1;
    if (typeof index !== "number") ndim += 1;
    if (index === "...") dots = true;
  }
  if (!dots && used === array.ndim) return view(array, indices, ndim);
  const complete = expandEllipsis(array, indices);
  return view(array, complete, ndim + complete.length - indices.length);
}

/** The view for one index per axis of the array, and new axes; `ndim` counts the ranges and new axes among them. */
function view(array: NDArray, indices: readonly SliceIndex[], ndim: number): NDArray {
  const shape = new Array<number>(ndim);
  const strides = new Array<number>(ndim);
  let offset = array.offset;
  let axis = 0;
  let to = 0;
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    if (index === null) {
      shape[to] = 1;
      strides[to++] = 0;
      continue;
    }
    const length = array.shape[axis];
    const stride = array.strides[axis];
    if (typeof index === "number") offset += position(array, index, axis) * stride;
    else if (index === ":") {
      shape[to] = length;
      strides[to++] = stride;
    } else {
      const range = parseSlice(index);
      const first = firstOf(range, length);
      const count = countOf(range, first, length);
      if (count > 0) offset += first * stride;
      shape[to] = count;
      strides[to++] = range.step * stride;
    }
    axis += 1;
  }
  return new NDArray(array.data, shape, strides, offset, array.writable);
}

function expandEllipsis(array: NDArray, indices: readonly SliceIndex[]): readonly SliceIndex[] {
  let used = 0;
  for (const index of indices) if (index !== null && index !== "...") used += 1;
  if (used > array.ndim) {
    throw new RangeError(`slice: ${used} indices given for an array of shape ${formatShape(array.shape)}`);
  }
  const dots = indices.indexOf("...");
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
