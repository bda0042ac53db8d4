import { missing } from "./argument";
import type { NDArray } from "./array";
import { toNDArray } from "./convert";
import { copy, toTypedArray } from "./copy";
import { broadcastTo, expandDims, ravel, reshape } from "./manipulation";
import { assertWhole, formatShape, isOnlyAxis, normalizeAxis } from "./shape";
import { take } from "./take";
import type { Operand } from "./types";

/**
 * The whole array repeated that many times along its last axis, or along each axis if there is a number for each: shape
 * (2,) repeated three times becomes (6,).
 *
 * @throws RangeError unless `times` holds whole numbers from 0
 * @example
 * np.tile([1, 2], 2); // [1. 2. 1. 2.]
 * np.tile([1, 2], [2, 1]); // [[1. 2.] [1. 2.]]
 */
export function tile(a: Operand, times: number | readonly number[]): NDArray {
  const source = toNDArray("np.tile", a);
  if (times === undefined) throw missing("np.tile", "times");
  const given = [times].flat();
  for (const n of given) assertWhole("np.tile", "times", n);
  const ndim = Math.max(given.length, source.ndim);
  const repeats = [...new Array<number>(ndim - given.length).fill(1), ...given];
  const shape = [...new Array<number>(ndim - source.ndim).fill(1), ...source.shape];
  const spread = broadcastTo(
    reshape(
      source,
      shape.flatMap((n) => [1, n]),
    ),
    shape.flatMap((n, d) => [repeats[d], n]),
  );
  return reshape(
    copy(spread),
    shape.map((n, d) => n * repeats[d]),
  );
}

/**
 * Every element repeated that many times, along an axis or in the flattened array; a list has a number for each place
 * along the axis.
 *
 * @throws RangeError if there is no such axis, or unless `times` holds whole numbers from 0, as many as there are places
 * @example
 * np.repeat([1, 2], 2); // [1. 1. 2. 2.]
 * np.repeat([[1, 2], [3, 4]], 2, 0); // [[1. 2.] [1. 2.] [3. 4.] [3. 4.]]
 * np.repeat([7, 8, 9], [1, 0, 2]); // [7. 9. 9.]
 */
export function repeat(a: Operand, times: Operand, axis?: number | null): NDArray {
  const given = toNDArray("np.repeat", a);
  if (times === undefined) throw missing("np.repeat", "times");
  const source = axis === undefined || axis === null || isOnlyAxis(axis, given.ndim) ? ravel(given) : given;
  const d = normalizeAxis("np.repeat", axis ?? 0, source.ndim);
  const counts = countsFor(source.shape[d], toNDArray("np.repeat", times, "times"));
  if (counts.length === 1) return repeatAlike(source, counts[0], d);
  const chosen = Array.from(counts).flatMap((count, i) => new Array<number>(count).fill(i));
  return take(source, chosen, d);
}

function repeatAlike(source: NDArray, times: number, d: number): NDArray {
  const { shape } = source;
  const spread = broadcastTo(expandDims(source, d + 1), [...shape.slice(0, d + 1), times, ...shape.slice(d + 1)]);
  return reshape(
    copy(spread),
    shape.map((n, i) => (i === d ? n * times : n)),
  );
}

/** How often each of `length` places is repeated, or one number for all of them. */
function countsFor(length: number, times: NDArray): Float64Array {
  const counts = toTypedArray(times);
  for (const n of counts) assertWhole("np.repeat", "times", n);
  if (times.ndim > 1 || (counts.length !== 1 && counts.length !== length)) {
    const shape = formatShape(times.shape);
    throw new RangeError(`np.repeat: expected one number or ${length} for times, got an array of shape ${shape}`);
  }
  return counts;
}
