import { shared } from "./binaries";
import { compile, link } from "./instantiate";

// TypeScript declares WebAssembly with the browser's globals only, which this library does without.
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

/** A memory that another thread can be given, the program that works in it, and that program ready for this thread. */
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

/** An operand or a result, and a few lines of the cache, so that two of them do not begin at the same place of a page. */
const copyBytes = staged * 8 + 17 * 64;

const work = 4096;
const copies = work + 2 * workBytes;

/** Where things lie, in bytes: messages between the threads, room for each to work, copies of arrays, then the heap. */
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

/** Arrays on the heap may take this much, in bytes; pages that nobody has written cost nothing. */
export const heapLimit = 2 ** 28;

let sharedMemory: SharedMemory | null | undefined;

/** Null where the runtime has no WebAssembly with relaxed SIMD and shared memories, or the system refuses the memory. */
export function getSharedMemory(): SharedMemory | null {
  if (sharedMemory === undefined) sharedMemory = make();
  return sharedMemory;
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

/** Sees to it that the memory has this many bytes; false where the system refuses them. */
export function growTo({ memory }: SharedMemory, bytes: number): boolean {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
  try {
    if (missing > 0) memory.grow(missing);
    return true;
  } catch {
    return false;
  }
}
