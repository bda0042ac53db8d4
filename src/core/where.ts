import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { broadcastTo } from "./manipulation";
import { broadcastShapes } from "./shape";
import type { Operand } from "./types";

/**
 * `x` where the mask is not 0, `y` elsewhere; the three shapes broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.where([1, 0, 1], [1, 2, 3], -1); // [1. -1. 3.]
 */
export function where(mask: Operand, x: Operand, y: Operand): NDArray {
  const operands = [toNDArray("np.where", mask, "mask"), toNDArray("np.where", x, "x"), toNDArray("np.where", y, "y")];
  const shape = operands.reduce<number[]>((joined, operand) => broadcastShapes("np.where", joined, operand.shape), []);
  const [m, p, q] = operands.map((operand) => toTypedArray(broadcastTo(operand, shape)));
  return new NDArray(
    m.map((chosen, i) => (chosen !== 0 ? p[i] : q[i])),
    shape,
  );
}
