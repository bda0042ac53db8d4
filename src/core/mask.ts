import { NDArray } from "./array";
import { assign } from "./assign";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { broadcastTo } from "./manipulation";
import { formatShape, sameShape } from "./shape";
import type { Operand } from "./types";

/**
 * The elements where the mask is not 0, as a vector: NumPy's `a[mask]`. The mask has the shape of the array.
 *
 * @throws RangeError if the mask does not have the array's shape
 * @example
 * const a = np.array([3, -1, 4]);
 * np.extract(a.greater(0), a); // [3. 4.]
 */
export function extract(mask: Operand, a: Operand): NDArray {
  const [chosen, source] = sameShapes("np.extract", mask, a);
  const values = toTypedArray(source);
  const kept = values.filter((_, i) => chosen[i] !== 0);
  return new NDArray(kept, [kept.length]);
}

/**
 * Writes the value, broadcast to the array's shape, where the mask is not 0: NumPy's `a[mask] = value`. In place.
 *
 * @throws RangeError if the mask does not have the array's shape, or if the value does not broadcast to it
 * @example
 * const a = np.array([3, -1, 4]);
 * np.putmask(a, a.less(0), 0);
 * a; // [3. 0. 4.]
 */
export function putmask(a: NDArray, mask: Operand, value: Operand): void {
  const [chosen, target] = sameShapes("np.putmask", mask, a);
  const from = toTypedArray(broadcastTo(toNDArray("np.putmask", value, "value"), target.shape));
  const values = toTypedArray(a).map((old, i) => (chosen[i] !== 0 ? from[i] : old));
  assign(a, new NDArray(values, a.shape));
}

/**
 * The positions of the elements that are not 0, as one vector of indices per axis.
 *
 * @throws RangeError for a number, which has no axes
 * @example
 * np.nonzero([[5, 0], [0, 7]]); // [[0. 1.], [0. 1.]]
 */
export function nonzero(a: Operand): NDArray[] {
  const source = toNDArray("np.nonzero", a);
  if (source.ndim === 0)
    throw new RangeError("np.nonzero: expected an array with axes, got a number; write np.ravel(a)");
  const flat: number[] = [];
  toTypedArray(source).forEach((value, i) => {
    if (value !== 0) flat.push(i);
  });
  let inner = source.size;
  return source.shape.map((length) => {
    inner /= length;
    return new NDArray(
      Float64Array.from(flat, (i) => Math.floor(i / inner) % length),
      [flat.length],
    );
  });
}

function sameShapes(operation: string, mask: Operand, a: Operand): [Float64Array, NDArray] {
  const chosen = toNDArray(operation, mask, "mask");
  const source = toNDArray(operation, a);
  if (!sameShape(chosen.shape, source.shape)) {
    const shapes = `a mask of shape ${formatShape(chosen.shape)} for an array of shape ${formatShape(source.shape)}`;
    throw new RangeError(`${operation}: expected a mask of the array's shape, got ${shapes}`);
  }
  return [toTypedArray(chosen), source];
}
