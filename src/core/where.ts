import { missing } from "./argument";
import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { broadcastTo } from "./manipulation";
import { nonzero } from "./mask";
import { broadcastShapes } from "./shape";
import type { Operand } from "./types";

/**
 * `x` where the mask is not 0, `y` elsewhere; the three shapes broadcast. With the mask alone, the positions where it is
 * not 0, as one vector of indices per axis.
 *
 * @throws RangeError if the shapes do not broadcast, or for a number alone, which has no axes
 * @example
 * np.where([1, 0, 1], [1, 2, 3], -1); // [1. -1. 3.]
 * np.where([[5, 0], [0, 7]]); // [[0. 1.], [0. 1.]]
 */
export function where(mask: Operand): NDArray[];
export function where(mask: Operand, x: Operand, y: Operand): NDArray;
export function where(mask: Operand, x?: Operand, y?: Operand): NDArray | NDArray[] {
  if (x === undefined && y === undefined) return nonzero(toNDArray("np.where", mask, "mask"));
  if (x === undefined || y === undefined) throw missing("np.where", x === undefined ? "x" : "y");

  const operands = [toNDArray("np.where", mask, "mask"), toNDArray("np.where", x, "x"), toNDArray("np.where", y, "y")];
  const shape = operands.reduce<number[]>((joined, operand) => broadcastShapes("np.where", joined, operand.shape), []);
  const [m, p, q] = operands.map((operand) => toTypedArray(broadcastTo(operand, shape)));
  return new NDArray(
    m.map((chosen, i) => (chosen !== 0 ? p[i] : q[i])),
    shape,
  );
}
