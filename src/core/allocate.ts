import { freeAtOnce } from "./freeAtOnce";

freeAtOnce();

/** From here on, clearing the memory first costs Node more than the longer way around it. */
const worthSkipping = 1024;

/**
 * Memory for a result whose every element will be written: in Node it may hold anything before.
 *
 * Not clearing it first halves the cost of a new array of some thousand elements.
 */
export function allocate(n: number): Float64Array {
  if (n < worthSkipping || typeof Buffer === "undefined") return new Float64Array(n);
  return new Float64Array(Buffer.allocUnsafeSlow(n * 8).buffer, 0, n);
}
