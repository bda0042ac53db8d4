import { type Breathe, breatheHook } from "./breatheHook";

const hook = (globalThis as Record<symbol, unknown>)[breatheHook] as Breathe | undefined;

/** Small arrays are counted, since asking costs as much as making one. */
const manyArrays = 64;
const manyElements = 2 ** 16;

let arrays = 0;
let elements = 0;

/** Counts a new array of `n` elements, and calls the hook if there have been many. */
export const breathe: ((n: number) => void) | undefined =
  hook &&
  ((n) => {
    arrays += 1;
    elements += n;
    if (arrays < manyArrays && elements < manyElements) return;
    arrays = 0;
    elements = 0;
    hook();
  });
