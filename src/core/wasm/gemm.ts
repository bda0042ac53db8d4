import type { NDArray } from "../NDArray";
import { plain, relaxed } from "./binaries";
import { instantiate } from "./instantiate";

// TypeScript declares WebAssembly with the browser's globals only, which this library does without.
declare const WebAssembly: { Memory: new (limits: { initial: number }) => { buffer: ArrayBuffer } };

/** What assembly/gemm.ts exports, and its memory. */
interface Engine {
  memory: Float64Array;
  packLeft(from: number, mc: number, kc: number, row: number, column: number, to: number): void;
  packRight(from: number, nc: number, kc: number, row: number, column: number, to: number): void;
  multiply(a: number, b: number, c: number, mc: number, nc: number, kc: number, add: boolean, scratch: number): void;
}

/** Largest number of rows, columns and inner elements of a block: all of one block fits a second-level cache. */
const block = 256;
const blockBytes = block * block * 8;

// Byte addresses in the engine's memory: one tile; the operands as copied and as packed; a block of the result.
const scratch = 1024;
const left = 4096;
const right = left + blockBytes;
const packedLeft = right + blockBytes;
const packedRight = packedLeft + blockBytes;
const result = packedRight + blockBytes;
const pages = Math.ceil((result + blockBytes) / 65536);

let engine: Engine | null | undefined;
let relaxedAllowed = true;

/**
 * Allows or forbids fused multiply-add. It is faster, but its last bit may differ between processors: grading forbids it.
 */
export function allowRelaxed(allowed: boolean): void {
  if (allowed !== relaxedAllowed) engine = undefined;
  relaxedAllowed = allowed;
}

/** Whether this runtime has WebAssembly SIMD, without which {@link gemm} cannot run. */
export function gemmAvailable(): boolean {
  return getEngine() !== null;
}

function getEngine(): Engine | null {
  if (engine === undefined) engine = (relaxedAllowed ? start(relaxed) : null) ?? start(plain);
  return engine;
}

/** Null where the binary needs instructions that this runtime does not have, or WebAssembly is switched off. */
function start(base64: string): Engine | null {
  if (typeof WebAssembly === "undefined") return null;
  const memory = new WebAssembly.Memory({ initial: pages });
  const exported = instantiate<Engine>(base64, { env: { memory } });
  return exported && { ...exported, memory: new Float64Array(memory.buffer) };
}

/**
 * Writes the row-major product of `a` (m, k) and `b` (k, n), of any strides, to `out`, which is overwritten.
 *
 * Works on blocks: an outer block of the result stays in the engine's memory while the inner ones are added to it.
 *
 * @throws Error where {@link gemmAvailable} is false
 */
export function gemm(a: NDArray, b: NDArray, out: Float64Array): void {
  const engine = getEngine();
  if (!engine) throw new Error("gemm: this runtime has no WebAssembly SIMD");
  const [m, k] = a.shape;
  const n = b.shape[1];
  for (let i = 0; i < m; i += block) {
    const mc = Math.min(block, m - i);
    for (let j = 0; j < n; j += block) {
      const nc = Math.min(block, n - j);
      for (let p = 0; p < k; p += block) {
        const kc = Math.min(block, k - p);
        const x = stage(engine.memory, left, a, i, p, mc, kc);
        engine.packLeft(left, mc, kc, x.row, x.column, packedLeft);
        const y = stage(engine.memory, right, b, p, j, kc, nc);
        engine.packRight(right, nc, kc, y.row, y.column, packedRight);
        engine.multiply(packedLeft, packedRight, result, mc, nc, kc, p > 0, scratch);
      }
      unload(engine.memory, out, i * n + j, mc, nc, n);
    }
  }
}

/** Copies a block to the engine's memory in the order in which it lies in ours; returns its strides there, in bytes. */
function stage(memory: Float64Array, to: number, a: NDArray, i: number, j: number, rows: number, columns: number) {
  const [row, column] = a.strides;
  const from = a.offset + i * row + j * column;
  if (row === 1 && column !== 1) {
    copyLines(a.data, from, column, memory, to / 8, columns, rows, 1);
    return { row: 8, column: rows * 8 };
  }
  copyLines(a.data, from, row, memory, to / 8, rows, columns, column);
  return { row: columns * 8, column: 8 };
}

/** Copies `lines` lines of `length` elements, `line` apart, without gaps; the elements of a line are `step` apart. */
function copyLines(
  data: Float64Array,
  from: number,
  line: number,
  memory: Float64Array,
  to: number,
  lines: number,
  length: number,
  step: number,
): void {
  if (step === 1 && line === length) {
    memory.set(data.subarray(from, from + lines * length), to);
    return;
  }
  for (let l = 0; l < lines; l++) {
    const start = from + l * line;
    // A call of `set` costs as much as copying some 60 elements one by one.
    if (step === 1 && length > 60) memory.set(data.subarray(start, start + length), to + l * length);
    else for (let p = 0; p < length; p++) memory[to + l * length + p] = data[start + p * step];
  }
}

/** Copies the block of the result to its place in `out`, whose rows have `n` elements. */
function unload(memory: Float64Array, out: Float64Array, to: number, rows: number, columns: number, n: number): void {
  const from = result / 8;
  if (columns === n) {
    out.set(memory.subarray(from, from + rows * columns), to);
    return;
  }
  for (let i = 0; i < rows; i++) {
    out.set(memory.subarray(from + i * columns, from + (i + 1) * columns), to + i * n);
  }
}
