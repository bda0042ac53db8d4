import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { transpose } from "./manipulation";
import { normalizeAxes, normalizeAxis } from "./shape";
import type { Axis, Operand } from "./types";

/**
 * Two axes exchanged: shape (m, n, k) becomes (k, n, m) with the axes 0 and 2. A view.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.swapaxes(np.zeros([2, 3, 4]), 0, 2).shape; // [4, 3, 2]
 */
export function swapaxes(a: Operand, axis1: number, axis2: number): NDArray {
  const source = toNDArray("np.swapaxes", a);
  const p = normalizeAxis("np.swapaxes", axis1, source.ndim);
  const q = normalizeAxis("np.swapaxes", axis2, source.ndim);
  return transpose(
    source,
    source.shape.map((_, d) => (d === p ? q : d === q ? p : d)),
  );
}

/**
 * One axis, or several, moved to other places; the rest keep their order. A view.
 *
 * @throws RangeError if there is no such axis, if one is given twice, or if the two lists differ in length
 * @example
 * np.moveaxis(np.zeros([2, 3, 4]), 0, -1).shape; // [3, 4, 2]
 */
export function moveaxis(a: Operand, from: Axis, to: Axis): NDArray {
  const array = toNDArray("np.moveaxis", a);
  const sources = normalizeAxes("np.moveaxis", from, array.ndim);
  const targets = normalizeAxes("np.moveaxis", to, array.ndim);
  if (sources.length !== targets.length) {
    throw new RangeError(`np.moveaxis: ${sources.length} axes do not go to ${targets.length} places`);
  }
  const order = array.shape.map((_, d) => d).filter((d) => !sources.includes(d));
  const moves = sources.map((source, i) => ({ source, target: targets[i] })).sort((p, q) => p.target - q.target);
  for (const { source, target } of moves) order.splice(target, 0, source);
  return transpose(array, order);
}

/**
 * One axis moved backwards until it stands before the axis `start`: shape (m, n, k) becomes (k, m, n) with the axis 2. A
 * view. `np.moveaxis` says the same more clearly.
 *
 * @throws RangeError if there is no such axis
 * @example
 * np.rollaxis(np.zeros([2, 3, 4]), 2).shape; // [4, 2, 3]
 */
export function rollaxis(a: Operand, axis: number, start = 0): NDArray {
  const source = toNDArray("np.rollaxis", a);
  const moved = normalizeAxis("np.rollaxis", axis, source.ndim);
  const before = start === source.ndim ? start : normalizeAxis("np.rollaxis", start, source.ndim);
  return moveaxis(source, moved, moved < before ? before - 1 : before);
}
