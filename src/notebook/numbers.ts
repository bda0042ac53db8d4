import { NDArray } from "../core/NDArray";
import { words } from "../words/words";

/** Values to draw: an array of any shape, taken in row-major order, or a list. */
export type Numbers = NDArray | Float64Array | readonly number[];

export function toList(values: Numbers): number[] {
  return Array.from(values instanceof NDArray ? values.toTypedArray() : values);
}

/** The rows of a matrix of shape (rows, columns). */
export function toRows(matrix: NDArray): number[][] {
  const [rows, columns] = matrix.shape;
  const data = matrix.toTypedArray();
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}

/** @throws RangeError unless X holds points in the plane, one per column */
export function planar(operation: string, X: NDArray): [x: number[], y: number[]] {
  if (X.ndim !== 2 || X.shape[0] !== 2) {
    throw new RangeError(words.figures.notPlanar(operation, X.shape));
  }
  const [x, y] = toRows(X);
  return [x, y];
}
