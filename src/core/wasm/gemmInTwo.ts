import type { NDArray } from "../NDArray";
import { innerCut, worthCutting } from "./cut";
import { addressOf } from "./heap";
import { getSecondThread, type SecondThread } from "./secondThread";
import { getSharedMemory, layout, type SharedMemory, staged } from "./sharedMemory";
import { stage } from "./staging";

/** Columns of a panel of packed operands: cut elsewhere, both threads would have an edge to deal with. */
const panel = 4;

/** A matrix in the shared memory: address and strides in bytes. */
interface Placed {
  address: number;
  row: number;
  column: number;
}

/**
 * As `gemm`, by two threads, half of the work each, to the same bits. False, and nothing done, where the product is
 * small, where there is no second thread (yet), or where a matrix is too large to be copied and not on the heap.
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
  if (cut === 0) cutResult(shared, second, ...operands, result, [m, n, k]);
  else cutInner(shared, second, ...operands, result, [m, n, k], cut);
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

/** Each thread writes one half of the longer side of the result. */
function cutResult(
  { engine }: SharedMemory,
  second: SecondThread,
  a: Placed,
  b: Placed,
  c: Placed,
  [m, n, k]: readonly number[],
): void {
  const half = Math.ceil(Math.max(m, n) / 2 / panel) * panel;
  if (n >= m) {
    const [bRest, cRest] = [moved(b, half * b.column), moved(c, half * c.column)];
    second.begin("product", job(a, bRest, cRest, m, n - half, k, layout.secondWork));
    engine.product(...job(a, b, c, m, half, k, layout.ownWork));
  } else {
    const [aRest, cRest] = [moved(a, half * a.row), moved(c, half * c.row)];
    second.begin("product", job(aRest, b, cRest, m - half, n, k, layout.secondWork));
    engine.product(...job(a, b, c, half, n, k, layout.ownWork));
  }
  second.finish();
}

/** Each thread adds up one half of the inner axis: the second one in a result of its own. */
function cutInner(
  { engine }: SharedMemory,
  second: SecondThread,
  a: Placed,
  b: Placed,
  c: Placed,
  [m, n, k]: readonly number[],
  half: number,
): void {
  const [aRest, bRest] = [moved(a, half * a.column), moved(b, half * b.row)];
  second.begin("product", job(aRest, bRest, { ...c, address: layout.secondResult }, m, n, k - half, layout.secondWork));
  engine.product(...job(a, b, c, m, n, half, layout.ownWork));
  second.finish();
}

function moved(matrix: Placed, bytes: number): Placed {
  return { ...matrix, address: matrix.address + bytes };
}

/** What `product` of assembly/product.ts is called with. */
function job(a: Placed, b: Placed, c: Placed, m: number, n: number, k: number, work: number): number[] {
  return [a.address, a.row, a.column, b.address, b.row, b.column, c.address, c.row, m, n, k, work];
}

function unload(numbers: Float64Array, out: Float64Array, twoParts: boolean): void {
  const n = out.length;
  const [first, second] = [layout.result / 8, layout.secondResult / 8];
  if (!twoParts) out.set(numbers.subarray(first, first + n));
  else for (let i = 0; i < n; i++) out[i] = numbers[first + i] + numbers[second + i];
}
