import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { formatShape } from "./shape";
import type { Operand } from "./types";

/**
 * A matrix with as many rows as columns.
 *
 * @throws RangeError for any other shape
 */
export function squareMatrix(operation: string, value: Operand): NDArray {
  const a = toNDArray(operation, value);
  if (a.ndim !== 2 || a.shape[0] !== a.shape[1]) {
    throw new RangeError(`${operation}: expected a square matrix, got shape ${formatShape(a.shape)}`);
  }
  return a;
}

/**
 * One or more matrices, each with as many rows as columns: shape (…, n, n).
 *
 * @throws RangeError for any other shape
 */
export function squareMatrices(operation: string, value: Operand): NDArray {
  const a = toNDArray(operation, value);
  if (a.ndim < 2 || a.shape[a.ndim - 1] !== a.shape[a.ndim - 2]) {
    throw new RangeError(`${operation}: expected square matrices, (…, n, n), got shape ${formatShape(a.shape)}`);
  }
  return a;
}
