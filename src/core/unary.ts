import { unaryFunction } from "./elementwise";
import type { Like, Operand } from "./types";
import { absKernel, expKernel, logKernel, negativeKernel, sqrtKernel, squareKernel, tanhKernel } from "./unaryKernels";

export const negative = unaryFunction("negative", (x) => -x, negativeKernel);
export const abs = unaryFunction("abs", Math.abs, absKernel);
/** -1, 0 or 1. */
export const sign = unaryFunction("sign", (x) => (x === 0 ? 0 : Math.sign(x)));
export const sqrt = unaryFunction("sqrt", Math.sqrt, sqrtKernel);
export const square = unaryFunction("square", (x) => x * x, squareKernel);
export const reciprocal = unaryFunction("reciprocal", (x) => 1 / x);
export const exp = unaryFunction("exp", Math.exp, expKernel);
/** `exp(x) - 1`, accurate for small x. */
export const expm1 = unaryFunction("expm1", Math.expm1);
/** The natural logarithm. */
export const log = unaryFunction("log", Math.log, logKernel);
/** `log(1 + x)`, accurate for small x. */
export const log1p = unaryFunction("log1p", Math.log1p);
export const log2 = unaryFunction("log2", Math.log2);
export const log10 = unaryFunction("log10", Math.log10);
export const sin = unaryFunction("sin", Math.sin);
export const cos = unaryFunction("cos", Math.cos);
export const tan = unaryFunction("tan", Math.tan);
export const arctan = unaryFunction("arctan", Math.atan);
export const sinh = unaryFunction("sinh", Math.sinh);
export const cosh = unaryFunction("cosh", Math.cosh);
export const tanh = unaryFunction("tanh", Math.tanh, tanhKernel);
export const floor = unaryFunction("floor", Math.floor);
export const ceil = unaryFunction("ceil", Math.ceil);
export const trunc = unaryFunction("trunc", Math.trunc);

/** Rounded to the given number of decimals, halves to the even neighbour: `np.round(2.5)` is 2. */
export function round<A extends Operand>(a: A, decimals = 0): Like<A> {
  const scale = 10 ** Math.abs(decimals);
  const digits = (x: number): number => {
    if (decimals === 0 || !Number.isFinite(x)) return roundHalfEven(x);
    return decimals > 0 ? roundHalfEven(x * scale) / scale : roundHalfEven(x / scale) * scale;
  };
  return unaryFunction("round", digits)(a);
}

function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return rest < 0.5 ? down : -Math.floor(-x);
  return down % 2 === 0 ? down : down + 1;
}
