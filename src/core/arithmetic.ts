import { missing } from "./argument";
import { addKernel, divideKernel, maximumKernel, multiplyKernel, subtractKernel } from "./binaryKernels";
import { toNDArray } from "./convert";
import { binaryFunction, commutativeFunction, unaryFunction } from "./elementwise";
import type { Like, Like2, Operand } from "./types";
import { sqrtKernel, squareKernel } from "./unaryKernels";

/**
 * `a + b`, element by element, broadcast: shapes (m, n) and (n,), say, give (m, n).
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.add([[1, 2], [3, 4]], [10, 20]); // [[11. 22.] [13. 24.]]
 * np.add(1, 2); // 3
 */
export const add = commutativeFunction("add", (x, y) => x + y, addKernel);
/**
 * `a - b`, element by element, broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.subtract([[1, 2], [3, 4]], [[1], [2]]); // [[0. 1.] [1. 2.]]
 */
export const subtract = binaryFunction("subtract", (x, y) => x - y, subtractKernel);
/**
 * `a * b`, element by element, broadcast; the matrix product is `np.dot`.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.multiply([[1, 2], [3, 4]], 10); // [[10. 20.] [30. 40.]]
 */
export const multiply = commutativeFunction("multiply", (x, y) => x * y, multiplyKernel);
/**
 * `a / b`, element by element, broadcast; dividing by 0 gives an infinity, or NaN for 0 / 0.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.divide([1, 2, 0], [4, 0, 0]); // [0.25 inf nan]
 */
export const divide = binaryFunction("divide", (x, y) => x / y, divideKernel);
/**
 * `a ** b`, element by element, broadcast; 1 to any power is 1, as in C and NumPy.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.power([1, 2, 3], 2); // [1. 4. 9.]
 */
export function power<A extends Operand, B extends Operand>(a: A, b: B): Like2<A, B> {
  if (typeof a !== "number" && typeof a !== "boolean") {
    // By far the most common power, and 30 times as fast as the general case.
    if (b === 2) return secondPower(toNDArray("np.power", a)) as Like2<A, B>;
    // As NumPy does it: the root of -Infinity is NaN, where C's and JavaScript's power of it is Infinity.
    if (b === 0.5) return halfPower(toNDArray("np.power", a)) as Like2<A, B>;
  }
  return generalPower(a, b);
}

const secondPower = unaryFunction("power", (x) => x * x, squareKernel);
const halfPower = unaryFunction("power", Math.sqrt, sqrtKernel);
const generalPower = binaryFunction("power", (x, y) => {
  if (x === 1 || (x === -1 && (y === Infinity || y === -Infinity))) return 1;
  return x ** y;
});
/**
 * The remainder of `a / b`, element by element, broadcast; it has the sign of `b`, as Python's `%` does.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.mod([-1, 7], 3); // [2. 1.]
 */
export const mod = binaryFunction("mod", (x, y) => {
  const remainder = x % y;
  if (remainder === 0) return y < 0 ? -0 : 0;
  return remainder < 0 === y < 0 ? remainder : remainder + y;
});
/**
 * The larger of each pair of elements, broadcast; NaN if either is NaN.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.maximum(0, [-2, 5]); // [0. 5.]
 */
export const maximum = commutativeFunction("maximum", Math.max, maximumKernel);
/**
 * The smaller of each pair of elements, broadcast; NaN if either is NaN.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.minimum([1, 5], [3, 2]); // [1. 2.]
 */
export const minimum = commutativeFunction("minimum", Math.min);

/**
 * The angle of the point (x, y) from the x axis, in radians from -pi to pi, element by element, broadcast. `y` comes
 * first.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.arctan2([1, -1], [-1, -1]); // [2.35619449 -2.35619449]
 */
export const arctan2 = binaryFunction("arctan2", Math.atan2);

/**
 * Limits every element to the range from `low` to `high`, of which either may be null for no limit; the three shapes
 * broadcast.
 *
 * @throws RangeError if the shapes do not broadcast
 * @example
 * np.clip([-2, 0.5, 7], 0, 1); // [0. 0.5 1.]
 */
export function clip<A extends Operand>(a: A, low: Operand | null, high: Operand | null): Like<A> {
  if (low === undefined) throw missing("np.clip", "low");
  if (high === undefined) throw missing("np.clip", "high");
  const raised: Operand = low === null ? a : maximum<Operand, Operand>(a, low);
  if (high !== null) return minimum(raised, high) as Like<A>;
  return (low === null ? add<Operand, Operand>(a, 0) : raised) as Like<A>;
}
