import { breathe } from "./breathe";
import { collectYoung } from "./collectYoung";
import { freeAtOnce } from "./freeAtOnce";
import { freshArray } from "./freshArray";
import { share } from "./share";
import { reserve } from "./wasm/heap";
import { getSecondThread } from "./wasm/secondThread";
import { getSharedMemory } from "./wasm/sharedMemory";

freeAtOnce();

/** From this size on, skipping the zero-fill saves Node more than the detour costs. */
const worthSkipping = 1024;

/**
 * From this many elements (4 MB) on, arrays are placed on the heap that WebAssembly and a second thread can read, while
 * there is room (heap.ts): copying such an array there would take as long as a product with it.
 */
export const longArray = 2 ** 19;

/** Loops count elements as 32-bit integers, which processors handle fastest. */
const mostElements = 2 ** 31 - 1;

/**
 * Memory for a result that will be written completely; in Node it may hold anything until then.
 *
 * Not clearing it first halves the cost of a new array of some thousand elements.
 *
 * @throws RangeError for 2^31 elements (16 GB) or more
 */
export function allocate(n: number): Float64Array {
  breathe?.(n);
  if (n < worthSkipping) return share(n) ?? freshArray(n);
  if (n > mostElements) throw tooLarge(n);
  const onHeap = n >= longArray ? allocateOnHeap(n) : null;
  if (onHeap) return onHeap;
  collectYoung(n * 8);
  if (typeof Buffer === "undefined") return freshArray(n);
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
