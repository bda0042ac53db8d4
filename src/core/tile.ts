import { toNDArray } from "./convert";
import { broadcastTo } from "./manipulation";
import type { NDArray } from "./NDArray";
import { normalizeAxis } from "./shape";
import type { Operand } from "./types";

/** The whole array repeated along each axis: `np.tile([1, 2], 2)` is `[1 2 1 2]`, `np.tile([1, 2], [2, 1])` two rows. */
export function tile(a: Operand, times: number | readonly number[]): NDArray {
  const given = [times].flat();
  const source = toNDArray("np.tile", a);
  const ndim = Math.max(given.length, source.ndim);
  const repeats = [...new Array<number>(ndim - given.length).fill(1), ...given];
  const shape = [...new Array<number>(ndim - source.ndim).fill(1), ...source.shape];
  const spread = broadcastTo(
    source.reshape(...shape.flatMap((n) => [1, n])),
    shape.flatMap((n, d) => [repeats[d], n]),
  );
  return spread.copy().reshape(...shape.map((n, d) => n * repeats[d]));
}

/** Every element repeated: `np.repeat([1, 2], 2)` is `[1 1 2 2]`; along an axis, or of the flattened array. */
export function repeat(a: Operand, times: number, axis?: number | null): NDArray {
  const given = toNDArray("np.repeat", a);
  const source = axis === undefined || axis === null ? given.ravel() : given;
  const d = normalizeAxis("np.repeat", axis ?? 0, source.ndim);
  const { shape } = source;
  const spread = [...shape.slice(0, d + 1), times, ...shape.slice(d + 1)];
  return broadcastTo(source.expandDims(d + 1), spread)
    .copy()
    .reshape(...shape.map((n, i) => (i === d ? n * times : n)));
}
