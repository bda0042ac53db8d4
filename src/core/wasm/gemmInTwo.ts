import type { NDArray } from "../array";
import { innerCut, innerDepth, worthCutting } from "./cut";
import { addressOf } from "./heap";
import { getSecondThread } from "./secondThread";
import { getSharedMemory, layout, staged } from "./sharedMemory";
import { stage } from "./staging";

/** Columns per panel of packed operands; a cut elsewhere would give both threads an edge to deal with. */
const panel = 4;

/** A matrix in the shared memory: address and strides in bytes. */
interface Placed {
  address: number;
  row: number;
  column: number;
}

/**
 * Like `gemm`, to the same bits, but by two threads that each do half of the work. Returns false and does nothing if
 * the product is small, if there is no second thread (yet), or if a matrix is too large to copy and not on the heap.
 */
export function gemmInTwo(a: NDArray, b: NDArray, out: Float64Array): boolean {
  const [m, k] = a.shape;
  const n = b.shape[1];
  if (m * k * n < worthCutting || !placeable(a.data, m * k) || !placeable(b.data, k * n)) return false;
  const cut = innerCut(m, n, k);
  const c = cut === 0 ? addressOf(out) : null;
  const second = c !== null || m * n <= staged ? getSecondThread() : null;
  const shared = second && getSharedMemory();
  if (!shared) return false;
  const numbers = new Float64Array(shared.memory.buffer);
  const operands = [place(numbers, a, layout.left), place(numbers, b, layout.right)] as const;
  const result = { address: c ?? layout.result, row: n * 8, column: 8 };
  const sizes = [m, n, k];
  const [own, rest] =
    cut === 0 ? halvesOfResult(...operands, result, sizes) : halvesOfSums(...operands, result, sizes, cut);
  second.begin("product", rest);
  shared.engine.product(...own);
  second.finish();
  if (c === null) unload(numbers, out, cut > 0);
  return true;
}

function placeable(data: Float64Array, size: number): boolean {
  return size <= staged || addressOf(data) !== null;
}

/** Where the array lies, or its copy at `to`. */
function place(numbers: Float64Array, a: NDArray, to: number): Placed {
  const address = addressOf(a.data);
  if (address === null) return { address: to, ...stage(numbers, to, a, 0, 0, a.shape[0], a.shape[1]) };
  const [row, column] = a.strides;
  return { address: address + a.offset * 8, row: row * 8, column: column * 8 };
}

/** What each thread multiplies, this one first. Each writes one half of the result, split along its longer side. */
function halvesOfResult(a: Placed, b: Placed, c: Placed, [m, n, k]: readonly number[]): [number[], number[]] {
  const half = Math.ceil(Math.max(m, n) / 2 / panel) * panel;
  const { ownWork, secondWork } = layout;
  if (n >= m) {
    const [bRest, cRest] = [moved(b, half * b.column), moved(c, half * c.column)];
    return [job(a, b, c, m, half, k, ownWork), job(a, bRest, cRest, m, n - half, k, secondWork)];
  }
  const [aRest, cRest] = [moved(a, half * a.row), moved(c, half * c.row)];
  return [job(a, b, c, half, n, k, ownWork), job(aRest, b, cRest, m - half, n, k, secondWork)];
}

/** The same if each thread sums one part of the inner axis, the second one into a result of its own. */
function halvesOfSums(
  a: Placed,
  b: Placed,
  c: Placed,
  [m, n, k]: readonly number[],
  cut: number,
): [number[], number[]] {
  const [aRest, bRest] = [moved(a, cut * a.column), moved(b, cut * b.row)];
  const cRest = { ...c, address: layout.secondResult };
  return [job(a, b, c, m, n, cut, layout.ownWork), job(aRest, bRest, cRest, m, n, k - cut, layout.secondWork)];
}

function moved(matrix: Placed, bytes: number): Placed {
  return { ...matrix, address: matrix.address + bytes };
}

/** The arguments for `product` of assembly/product.ts. */
function job(a: Placed, b: Placed, c: Placed, m: number, n: number, k: number, work: number): number[] {
  return [a.address, a.row, a.column, b.address, b.row, b.column, c.address, c.row, m, n, k, innerDepth(k), work];
}

function unload(numbers: Float64Array, out: Float64Array, twoParts: boolean): void {
  const n = out.length;
  const [first, second] = [layout.result / 8, layout.secondResult / 8];
  if (!twoParts) out.set(numbers.subarray(first, first + n));
  else for (let i = 0; i < n; i++) out[i] = numbers[first + i] + numbers[second + i];
}
