import { type Shape, sizeOf } from "../shape";

// TypeScript declares WebAssembly with the browser's globals only, which this library does without.
declare const WebAssembly: { Memory: new (limits: { initial: number; maximum: number }) => Memory };

/** A WebAssembly memory. */
export interface Memory {
  readonly buffer: ArrayBuffer;
}

/** From this many elements (4 MB) on, a vector that a program brings in gets a memory of its own. */
export const longVector = 2 ** 19;

const pageBytes = 65536;

/**
 * How far arrays begin from the start of their memories: 0 to 15 times this. Memories begin at multiples of 4 GB, and of
 * two arrays whose addresses agree in the low bits, a processor's cache confuses the elements: the inner product took
 * 1.7 times as long, in plain JavaScript up to 2.5 times. Pages that are skipped are never touched and cost nothing.
 */
const stagger = pageBytes + 33 * 64;
const places = 16;

const memories = new WeakMap<ArrayBufferLike, Memory>();
let made = 0;
let refused = false;

/**
 * Zeros for an array of this shape that a program brings in and keeps: a draw of `np.random` or a copy by `np.array`.
 *
 * WebAssembly reads its own memories only, and to copy two long vectors there costs more than their inner product. So a
 * long vector lies in a WebAssembly memory of its own. It is a `Float64Array` like any other, collected like any
 * other, but:
 *
 * - writing to fresh pages takes it four times as long as ordinary memory, which is used again: so results of
 *   operations are never resident (`allocate`), nor are matrices, whose products read a copied block many times: read
 *   in place, a network of 12288 inputs trained at most a tenth faster;
 * - it cannot be transferred to another thread;
 * - a memory reserves some 8 GB of addresses (not of memory). Where the system refuses them (`ulimit -v`, or 16,000 such
 *   vectors at a time), arrays are ordinary ones from then on: each further attempt would take 70 ms.
 */
export function broughtIn(shape: Shape): Float64Array {
  const n = sizeOf(shape);
  const memory = shape.length === 1 && n >= longVector ? reserve(n * 8 + places * stagger) : null;
  if (!memory) return new Float64Array(n);
  memories.set(memory.buffer, memory);
  made += 1;
  return new Float64Array(memory.buffer, (made % places) * stagger, n);
}

/** The memory of a resident array or of a part of one, null for any other. */
export function memoryOf(data: Float64Array): Memory | null {
  return memories.get(data.buffer) ?? null;
}

function reserve(bytes: number): Memory | null {
  if (refused || typeof WebAssembly === "undefined") return null;
  const pages = Math.ceil(bytes / pageBytes);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch {
    refused = true;
    return null;
  }
}
