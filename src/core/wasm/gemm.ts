import type { NDArray } from "../array";
import { plain, relaxed } from "./binaries";
import { innerCut, innerDepth } from "./cut";
import { gemmInTwo } from "./gemmInTwo";
import { instantiate } from "./instantiate";
import { stage } from "./staging";

// TypeScript declares WebAssembly only among the browser's globals, which this library does not use.
declare const WebAssembly: { Memory: new (limits: { initial: number }) => { buffer: ArrayBuffer } };

/** What assembly/gemm.ts exports, and its memory. */
interface Engine {
  memory: Float64Array;
  packLeft(from: number, mc: number, kc: number, row: number, column: number, to: number): void;
  packRight(from: number, nc: number, kc: number, row: number, column: number, to: number): void;
  multiply(a: number, b: number, c: number, mc: number, nc: number, kc: number, add: boolean, scratch: number): void;
}

/** Largest number of rows and columns of a block of the result: all of one block fits in a second-level cache. */
const block = 256;
const blockBytes = block * block * 8;

// Byte addresses in the engine's memory: two tiles; the operands as copied and as packed; a block of the result.
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
 * @throws Error where {@link gemmAvailable} is false
 */
export function gemm(a: NDArray, b: NDArray, out: Float64Array): void {
  if (!relaxedAllowed || !gemmInTwo(a, b, out)) gemmAlone(a, b, out);
}

/** The same product, bit for bit, on this thread alone. */
export function gemmAlone(a: NDArray, b: NDArray, out: Float64Array): void {
  const [m, k] = a.shape;
  const n = b.shape[1];
  const cut = innerCut(m, n, k);
  gemmOf(a, b, 0, cut || k, out);
  if (cut === 0) return;
  const rest = new Float64Array(m * n);
  gemmOf(a, b, cut, k, rest);
  for (let i = 0; i < m * n; i++) out[i] += rest[i];
}

/**
 * The product over part of the inner axis. Works on blocks: an outer block of the result stays in the engine's memory
 * while the inner ones are added to it.
 */
function gemmOf(a: NDArray, b: NDArray, from: number, to: number, out: Float64Array): void {
  const engine = getEngine();
  if (!engine) throw new Error("gemm: this runtime has no WebAssembly SIMD");
  const m = a.shape[0];
  const n = b.shape[1];
  const depth = innerDepth(to - from);
  for (let i = 0; i < m; i += block) {
    const mc = Math.min(block, m - i);
    for (let j = 0; j < n; j += block) {
      const nc = Math.min(block, n - j);
      for (let p = from; p < to; p += depth) {
        const kc = Math.min(depth, to - p);
        const x = stage(engine.memory, left, a, i, p, mc, kc);
        engine.packLeft(left, mc, kc, x.row, x.column, packedLeft);
        const y = stage(engine.memory, right, b, p, j, kc, nc);
        engine.packRight(right, nc, kc, y.row, y.column, packedRight);
        engine.multiply(packedLeft, packedRight, result, mc, nc, kc, p > from, scratch);
      }
      unload(engine.memory, out, i * n + j, mc, nc, n);
    }
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
