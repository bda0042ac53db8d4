import { binaryFunction } from "./elementwise";
import type { Like, NDArrayOrNumber, Operand } from "./types";

/** `a + b`, broadcast. */
export const add = binaryFunction("add", (x, y) => x + y);
/** `a - b`, broadcast. */
export const subtract = binaryFunction("subtract", (x, y) => x - y);
/** `a * b`, element by element, broadcast; `np.dot` is the matrix product. */
export const multiply = binaryFunction("multiply", (x, y) => x * y);
/** `a / b`, broadcast. */
export const divide = binaryFunction("divide", (x, y) => x / y);
/** `a ** b`, broadcast; 1 to any power is 1, as in C and NumPy. */
export const power = binaryFunction("power", (x, y) => {
  if (x === 1 || (x === -1 && (y === Infinity || y === -Infinity))) return 1;
  return x ** y;
});
/** Remainder with the sign of the divisor, as Python's `%`. */
export const mod = binaryFunction("mod", (x, y) => {
  const remainder = x % y;
  if (remainder === 0) return y < 0 ? -0 : 0;
  return remainder < 0 === y < 0 ? remainder : remainder + y;
});
/** The larger of each two elements; NaN if either is. */
export const maximum = binaryFunction("maximum", (x, y) => (x >= y || Number.isNaN(x) ? x : y));
/** The smaller of each two elements; NaN if either is. */
export const minimum = binaryFunction("minimum", (x, y) => (x <= y || Number.isNaN(x) ? x : y));

/** Every element limited to `low..high`. */
export function clip<A extends Operand>(a: A, low: Operand, high: Operand): Like<A> {
  const raised: NDArrayOrNumber = maximum(a, low);
  return minimum(raised, high) as Like<A>;
}
