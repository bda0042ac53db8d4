import { collectYoung } from "./collectYoung";
import { freeAtOnce } from "./freeAtOnce";
import { reserve } from "./wasm/heap";
import { getSecondThread } from "./wasm/secondThread";
import { getSharedMemory } from "./wasm/sharedMemory";

freeAtOnce();

/** From here on, clearing the memory first costs Node more than the longer way around it. */
const worthSkipping = 1024;

/**
 * From this many elements (4 MB) on, arrays lie on the heap that WebAssembly and a second thread can read, while there is
 * room (heap.ts): to copy such an array there takes as long as a product with it.
 */
export const longArray = 2 ** 19;

/** Loops count elements as 32-bit numbers, the ones that processors are fastest with. */
const mostElements = 2 ** 31 - 1;

/**
 * Memory for a result whose every element will be written: in Node it may hold anything before.
 *
 * Not clearing it first halves the cost of a new array of some thousand elements.
 *
 * @throws RangeError for 2^31 elements (16 GB) or more
 */
export function allocate(n: number): Float64Array {
  if (n < worthSkipping) return new Float64Array(n);
  if (n > mostElements) throw tooLarge(n);
  const onHeap = n >= longArray ? allocateOnHeap(n) : null;
  if (onHeap) return onHeap;
  collectYoung(n * 8);
  if (typeof Buffer === "undefined") return new Float64Array(n);
  return new Float64Array(Buffer.allocUnsafeSlow(n * 8).buffer, 0, n);
}

function tooLarge(n: number): RangeError {
  return new RangeError(`a result of ${n} elements is too large, at most ${mostElements} fit: work on parts of it`);
}

function allocateOnHeap(n: number): Float64Array | null {
  const shared = getSharedMemory();
  if (!shared) return null;
  getSecondThread(); // starts while the array is being filled
  return reserve(shared, n);
}
