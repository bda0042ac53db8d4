import { shared } from "./binaries";
import { compile, link } from "./instantiate";

// TypeScript declares WebAssembly only among the browser's globals, which this library does not use.
declare const WebAssembly: {
  Memory: new (limits: { initial: number; maximum: number; shared: true }) => Memory;
};

interface Memory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

/** What assembly/shared.ts exports: addresses and strides in bytes, lengths in elements. */
export interface Engine {
  product(...addressesStridesAndLengths: number[]): void;
  dot(x: number, y: number, n: number): number;
}

/** A memory to share with another thread, the program that works in it, and that program ready for this thread. */
export interface SharedMemory {
  memory: Memory;
  program: object;
  engine: Engine;
}

const pageBytes = 65536;

/** The largest operand or result that is copied in and out whole, in elements (4 MB). */
export const staged = 2 ** 19;

/** What `product` needs for itself: two tiles and three packed blocks of 256 x 256. */
const workBytes = 2 * 128 + 3 * 256 * 256 * 8;

/** An operand or a result plus a few cache lines, so that two of them do not begin at the same offset in a page. */
const copyBytes = staged * 8 + 17 * 64;

const work = 4096;
const copies = work + 2 * workBytes;

/** The layout, in bytes: messages between the threads, work space for each, copies of arrays, then the heap. */
export const layout = {
  messages: 0,
  ownWork: work,
  secondWork: work + workBytes,
  left: copies,
  right: copies + copyBytes,
  result: copies + 2 * copyBytes,
  secondResult: copies + 3 * copyBytes,
  heap: copies + 4 * copyBytes,
};

/** The most that arrays on the heap may take, in bytes; pages that are never written to cost nothing. */
export const heapLimit = 2 ** 28;

let sharedMemory: SharedMemory | null | undefined;

/** Null where the runtime has no WebAssembly with relaxed SIMD and shared memory, or the system refuses the memory. */
export function getSharedMemory(): SharedMemory | null {
  if (sharedMemory === undefined) sharedMemory = make();
  return sharedMemory;
}

/** The memory if it has been made. */
export function sharedMemoryInUse(): SharedMemory | null {
  return sharedMemory ?? null;
}

function make(): SharedMemory | null {
  try {
    const program = compile(shared);
    if (!program) return null;
    const initial = Math.ceil(layout.heap / pageBytes);
    const memory = new WebAssembly.Memory({ initial, maximum: initial + heapLimit / pageBytes, shared: true });
    return { memory, program, engine: link<Engine>(program, { env: { memory } }) };
  } catch {
    return null;
  }
}

/** Makes sure that the memory has this many bytes; false if the system refuses them. */
export function growTo({ memory }: SharedMemory, bytes: number): boolean {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
  try {
    if (missing > 0) memory.grow(missing);
    return true;
  } catch {
    return false;
  }
}
