import { norm } from "./norm";

export { random } from "../random/random";
export * from "./arithmetic";
export * from "./comparison";
export * from "./create";
export * from "./einsum";
export * from "./flip";
export * from "./linear";
export * from "./manipulation";
export { extract, nonzero, putmask } from "./mask";
export * from "./norm";
export { pad } from "./pad";
export * from "./reduction";
export * from "./sort";
export * from "./split";
export * from "./take";
export * from "./tile";
export * from "./unary";
export * from "./where";

/** Linear algebra. */
export const linalg = { norm };
export const pi = Math.PI;
export const e = Math.E;
export const inf = Infinity;
export const nan = Number.NaN;
/** A new axis of length 1 in `slice`. */
export const newaxis = null;
