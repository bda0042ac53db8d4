import { growTo, heapLimit, layout, type SharedMemory } from "./sharedMemory";

/** A piece of the heap, in bytes. */
export interface Piece {
  from: number;
  bytes: number;
}

/**
 * Lengths are rounded up and arrays kept this far apart, so that arrays of 2^n bytes do not all begin at the same
 * offset in a page. Otherwise the elements of two such arrays collide in the cache, and an inner product takes 1.7
 * times as long.
 */
const line = 64;
const gap = 33 * line;

/** Pieces that arrays left behind, sorted by address, no two adjacent; nothing beyond `end` has been used. */
const free: Piece[] = [];
let end = layout.heap;

const collected = new FinalizationRegistry(release);
const buffers = new WeakSet<ArrayBufferLike>();

/**
 * Room for `n` elements, which may hold anything; null if the heap is full. The room is reused once neither the array
 * nor a part of it can be reached, which JavaScript reports only between two cells or turns of its event loop.
 */
export function reserve(shared: SharedMemory, n: number): Float64Array | null {
  const bytes = Math.ceil((n * 8) / line) * line + gap;
  const from = reuse(bytes) ?? extend(shared, bytes);
  if (from === null) return null;
  // Growing by 0 makes a new buffer object for the same memory. Each array gets one, which tells when the array, and
  // every part of it that a learner took, is gone. The memory itself must not hold on to it either.
  shared.memory.grow(0);
  const { buffer } = shared.memory;
  shared.memory.grow(0);
  buffers.add(buffer);
  collected.register(buffer, { from, bytes });
  return new Float64Array(buffer, from, n);
}

/** Where an array or a part of one lies in the shared memory, in bytes; null if it lies elsewhere. */
export function addressOf(data: Float64Array): number | null {
  return buffers.has(data.buffer) ? data.byteOffset : null;
}

/** The pieces that no array uses, and that arrays have used. */
export function unusedPieces(): readonly Readonly<Piece>[] {
  return free;
}

/** The first piece that is large enough. */
function reuse(bytes: number): number | null {
  const index = free.findIndex((piece) => piece.bytes >= bytes);
  if (index === -1) return null;
  const piece = free[index];
  const { from } = piece;
  piece.from += bytes;
  piece.bytes -= bytes;
  if (piece.bytes === 0) free.splice(index, 1);
  return from;
}

function extend(shared: SharedMemory, bytes: number): number | null {
  const from = end;
  if (from + bytes > layout.heap + heapLimit || !growTo(shared, from + bytes)) return null;
  end = from + bytes;
  return from;
}

/** Takes a piece back and joins it with its neighbours. */
function release(piece: Piece): void {
  const after = free.findIndex(({ from }) => from > piece.from);
  const index = after === -1 ? free.length : after;
  const [before, next] = [free[index - 1], free[index]];
  const whole = { ...piece };
  let [first, count] = [index, 0];
  if (before && before.from + before.bytes === piece.from) {
    whole.from = before.from;
    whole.bytes += before.bytes;
    first -= 1;
    count += 1;
  }
  if (next && piece.from + piece.bytes === next.from) {
    whole.bytes += next.bytes;
    count += 1;
  }
  free.splice(first, count, whole);
}
