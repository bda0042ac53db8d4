import { unaryFunction } from "./elementwise";
import type { Like, Operand } from "./types";
import { absKernel, expKernel, logKernel, negativeKernel, sqrtKernel, squareKernel, tanhKernel } from "./unaryKernels";

/**
 * `-a`, element by element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.negative([1, -2, 3]); // [-1. 2. -3.]
 */
export const negative = unaryFunction("negative", (x) => -x, negativeKernel);
/**
 * The absolute value of each element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.abs([1, -2, 3]); // [1. 2. 3.]
 */
export const abs = unaryFunction("abs", Math.abs, absKernel);
/**
 * The sign of each element, -1, 0 or 1; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.sign([-5, 0, 2]); // [-1. 0. 1.]
 */
export const sign = unaryFunction("sign", (x) => (x === 0 ? 0 : Math.sign(x)));
/**
 * The square root of each element, NaN below 0; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.sqrt([1, 4, 2]); // [1. 2. 1.41421356]
 */
export const sqrt = unaryFunction("sqrt", Math.sqrt, sqrtKernel);
/**
 * The square of each element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.square([1, -2, 3]); // [1. 4. 9.]
 */
export const square = unaryFunction("square", (x) => x * x, squareKernel);
/**
 * `1 / a`, element by element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.reciprocal([1, 2, 4]); // [1. 0.5 0.25]
 */
export const reciprocal = unaryFunction("reciprocal", (x) => 1 / x);
/**
 * `e ** a`, element by element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.exp([0, 1, -1]); // [1. 2.71828183 0.36787944]
 */
export const exp = unaryFunction("exp", Math.exp, expKernel);
/**
 * `exp(a) - 1`, element by element, accurate for small elements; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.expm1([0, 1e-10]); // [0.e+00 1.e-10]
 */
export const expm1 = unaryFunction("expm1", Math.expm1);
/**
 * The natural logarithm of each element, -Infinity for 0, NaN below 0; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.log([1, np.e, 10]); // [0. 1. 2.30258509]
 */
export const log = unaryFunction("log", Math.log, logKernel);
/**
 * `log(1 + a)`, element by element, accurate for small elements; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.log1p([0, 1e-10]); // [0.e+00 1.e-10]
 */
export const log1p = unaryFunction("log1p", Math.log1p);
/**
 * The logarithm to base 2 of each element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.log2([1, 2, 8]); // [0. 1. 3.]
 */
export const log2 = unaryFunction("log2", Math.log2);
/**
 * The logarithm to base 10 of each element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.log10([1, 10, 1000]); // [0. 1. 3.]
 */
export const log10 = unaryFunction("log10", Math.log10);
/**
 * The sine of each element, in radians; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.sin([0, np.pi / 2]); // [0. 1.]
 */
export const sin = unaryFunction("sin", Math.sin);
/**
 * The cosine of each element, in radians; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.cos([0, np.pi]); // [1. -1.]
 */
export const cos = unaryFunction("cos", Math.cos);
/**
 * The tangent of each element, in radians; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.tan([0, np.pi / 4]); // [0. 1.]
 */
export const tan = unaryFunction("tan", Math.tan);
/**
 * The inverse tangent of each element, in radians; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.arctan([0, 1]); // [0. 0.78539816]
 */
export const arctan = unaryFunction("arctan", Math.atan);
/**
 * The hyperbolic sine of each element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.sinh([0, 1]); // [0. 1.17520119]
 */
export const sinh = unaryFunction("sinh", Math.sinh);
/**
 * The hyperbolic cosine of each element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.cosh([0, 1]); // [1. 1.54308063]
 */
export const cosh = unaryFunction("cosh", Math.cosh);
/**
 * The hyperbolic tangent of each element; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.tanh([0, 1, -1]); // [0. 0.76159416 -0.76159416]
 */
export const tanh = unaryFunction("tanh", Math.tanh, tanhKernel);
/**
 * Each element rounded down; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.floor([1.5, -1.5]); // [1. -2.]
 */
export const floor = unaryFunction("floor", Math.floor);
/**
 * Each element rounded up; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.ceil([1.5, -1.5]); // [2. -1.]
 */
export const ceil = unaryFunction("ceil", Math.ceil);
/**
 * Each element without its decimals, rounded towards 0; same shape as `a`, a number for a number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.trunc([1.5, -1.5]); // [1. -1.]
 */
export const trunc = unaryFunction("trunc", Math.trunc);

/**
 * Each element rounded to the given number of decimals, halves to the even neighbour; same shape as `a`, a number for a
 * number.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.round([0.5, 1.5, 2.5]); // [0. 2. 2.]
 * np.round(3.14159, 2); // 3.14
 */
export function round<A extends Operand>(a: A, decimals = 0): Like<A> {
  const scale = 10 ** Math.abs(decimals);
  const digits = (x: number): number => {
    if (decimals === 0 || !Number.isFinite(x)) return roundHalfEven(x);
    return decimals > 0 ? roundHalfEven(x * scale) / scale : roundHalfEven(x / scale) * scale;
  };
  return unaryFunction("round", digits)(a);
}

/**
 * `np.round` by its other name.
 *
 * @throws RangeError if `a` is a list that is not rectangular
 * @example
 * np.around([0.5, 1.25, 2.75], 1); // [0.5 1.2 2.8]
 */
export function around<A extends Operand>(a: A, decimals = 0): Like<A> {
  return round(a, decimals);
}

function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return rest < 0.5 ? down : -Math.floor(-x);
  return down % 2 === 0 ? down : down + 1;
}
