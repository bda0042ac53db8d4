import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { copy, toTypedArray } from "./copy";
import { ravel } from "./manipulation";
import { formatShape, isOnlyAxis, normalizeAxis, sizeOf } from "./shape";
import type { Operand } from "./types";

/**
 * The elements at the given indices along an axis, or of the flattened array; a copy. The indices' shape takes the
 * place of the axis: rows 0 and 2 of shape (3, 4) have the shape (2, 4). Negative indices count from the end.
 *
 * @throws RangeError if there is no such axis, or if an index is out of bounds
 * @example
 * np.take([10, 20, 30], [2, 0, -1]); // [30. 10. 30.]
 * np.take([[1, 2], [3, 4], [5, 6]], [0, 2], 0); // [[1. 2.] [5. 6.]]
 */
export function take(a: Operand, indices: Operand, axis?: number | null): NDArray {
  const given = toNDArray("np.take", a);
  const source = axis === undefined || axis === null || isOnlyAxis(axis, given.ndim) ? ravel(given) : given;
  const d = normalizeAxis("np.take", axis ?? 0, source.ndim);
  const positions = toNDArray("np.take", indices, "indices");
  const length = source.shape[d];
  const inner = sizeOf(source.shape.slice(d + 1));
  const outer = sizeOf(source.shape.slice(0, d));
  const rows = toTypedArray(positions).map((index) => position(index, length, source));
  const from = source.contiguous ? source : copy(source);
  const out = new Float64Array(outer * rows.length * inner);
  let to = 0;
  for (let o = 0; o < outer; o++) {
    for (let r = 0; r < rows.length; r++) {
      const start = from.offset + (o * length + rows[r]) * inner;
      for (let i = start; i < start + inner; i++) out[to++] = from.data[i];
    }
  }
  return new NDArray(out, [...source.shape.slice(0, d), ...positions.shape, ...source.shape.slice(d + 1)]);
}

function position(given: number, length: number, source: NDArray): number {
  const index = given < 0 ? given + length : given;
  if (!Number.isInteger(index) || index < 0 || index >= length) {
    throw new RangeError(`np.take: index ${given} is out of bounds for shape ${formatShape(source.shape)}`);
  }
  return index;
}
