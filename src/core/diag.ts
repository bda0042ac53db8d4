import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { copy } from "./copy";
import { zeros } from "./create";
import { assertWhole, formatShape } from "./shape";
import type { Operand } from "./types";

/**
 * The k-th diagonal of a matrix as a new vector, or a matrix with a vector on its k-th diagonal and zeros elsewhere.
 *
 * @throws RangeError unless `v` is a vector or a matrix, and `k` a whole number
 * @example
 * np.diag([[1, 2], [3, 4]]); // [1. 4.]
 * np.diag([5, 6]); // [[5. 0.] [0. 6.]]
 */
export function diag(v: Operand, k = 0): NDArray {
  const source = toNDArray("np.diag", v, "v");
  assertWhole("np.diag", "k", k, -Infinity);
  const down = Math.max(0, -k);
  const right = Math.max(0, k);
  if (source.ndim === 2) {
    const [rows, columns] = source.shape;
    const [row, column] = source.strides;
    const length = Math.max(0, Math.min(rows - down, columns - right));
    return copy(new NDArray(source.data, [length], [row + column], source.offset + down * row + right * column));
  }
  if (source.ndim !== 1) {
    throw new RangeError(`np.diag: expected a vector or a matrix, got shape ${formatShape(source.shape)}`);
  }
  const n = source.size + down + right;
  const result = zeros([n, n]);
  for (let i = 0; i < source.size; i++) {
    result.data[(i + down) * n + i + right] = source.data[source.offset + i * source.strides[0]];
  }
  return result;
}
