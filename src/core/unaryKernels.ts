import type { UnaryKernel } from "./elementwise";
import { elementwise } from "./wasm/elementary";

// One loop for each operation, and `n |= 0`, for the reasons given in binaryKernels.ts.

/** `-a` */
export const negativeKernel: UnaryKernel = (a, from, out, n) => {
  n |= 0;
  for (let i = 0; i < n; i++) out[i] = -a[from + i];
};

/** `|a|` */
export const absKernel: UnaryKernel = (a, from, out, n) => {
  n |= 0;
  for (let i = 0; i < n; i++) out[i] = Math.abs(a[from + i]);
};

/** `a * a` */
export const squareKernel: UnaryKernel = (a, from, out, n) => {
  n |= 0;
  for (let i = 0; i < n; i++) out[i] = a[from + i] * a[from + i];
};

/** The square root. */
export const sqrtKernel: UnaryKernel = (a, from, out, n) => {
  n |= 0;
  for (let i = 0; i < n; i++) out[i] = Math.sqrt(a[from + i]);
};

export const expKernel: UnaryKernel = (a, from, out, n) => {
  if (elementwise("exp", Math.exp, a, from, out, n)) return;
  for (let i = 0; i < n; i++) out[i] = Math.exp(a[from + i]);
};

export const logKernel: UnaryKernel = (a, from, out, n) => {
  if (elementwise("log", Math.log, a, from, out, n)) return;
  for (let i = 0; i < n; i++) out[i] = Math.log(a[from + i]);
};

export const tanhKernel: UnaryKernel = (a, from, out, n) => {
  if (elementwise("tanh", Math.tanh, a, from, out, n)) return;
  for (let i = 0; i < n; i++) out[i] = Math.tanh(a[from + i]);
};
