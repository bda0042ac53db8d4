import { addressOf } from "./heap";
import { getSecondThread } from "./secondThread";
import { getSharedMemory } from "./sharedMemory";

/**
 * The inner products of the first `half` elements and of those from there to `n`, by two threads if there are two; both
 * lengths are multiples of four. Null unless both arrays lie on the heap.
 */
export function dotOnHeap(a: Float64Array, b: Float64Array, half: number, n: number): [number, number] | null {
  const x = addressOf(a);
  const y = addressOf(b);
  const shared = x !== null && y !== null ? getSharedMemory() : null;
  if (!shared || x === null || y === null) return null;
  const rest = [x + half * 8, y + half * 8, n - half];
  const second = getSecondThread();
  second?.begin("dot", rest);
  const sum = shared.engine.dot(x, y, half);
  return [sum, second ? second.finish() : shared.engine.dot(rest[0], rest[1], rest[2])];
}
