import { allocate } from "./allocate";
import { toNDArray } from "./convert";
import { NDArray } from "./NDArray";
import { broadcastShapes, broadcastStrides, type Shape, sameShape, sizeOf } from "./shape";
import type { Like, Like2, Operand } from "./types";

/** Fills the first `n` elements of `out` from the elements of `a` from `from` on, which lie without gaps. */
export type UnaryKernel = (a: Float64Array, from: number, out: Float64Array, n: number) => void;

/**
 * Fills rows * columns elements of `out` from `to` on, reading both operands with a stride per row and per column;
 * a stride of 0 repeats an operand along that axis.
 */
export type BinaryKernel = (
  a: Float64Array,
  aFrom: number,
  aRow: number,
  aColumn: number,
  b: Float64Array,
  bFrom: number,
  bRow: number,
  bColumn: number,
  out: Float64Array,
  to: number,
  rows: number,
  columns: number,
) => void;

/** Holds a number so that kernels can read it like an array. */
const scratch = new Float64Array(1);

/** A kernel that calls a function per element: right for every operation, and fast enough for the rare ones. */
export function unaryKernel(f: (x: number) => number): UnaryKernel {
  return (a, from, out, n) => {
    for (let i = 0; i < n; i++) out[i] = f(a[from + i]);
  };
}

export function binaryKernel(f: (x: number, y: number) => number): BinaryKernel {
  return (a, aFrom, aRow, aColumn, b, bFrom, bRow, bColumn, out, to, rows, columns) => {
    for (let r = 0; r < rows; r++) {
      let p = aFrom + r * aRow;
      let q = bFrom + r * bRow;
      for (let c = 0; c < columns; c++) {
        out[to++] = f(a[p], b[q]);
        p += aColumn;
        q += bColumn;
      }
    }
  };
}

/** An element-wise `np` function of one operand. */
export function unaryFunction(name: string, f: (x: number) => number, kernel: UnaryKernel = unaryKernel(f)) {
  const operation = `np.${name}`;
  return <A extends Operand>(a: A): Like<A> => {
    const result =
      typeof a === "number" ? f(a) : typeof a === "boolean" ? f(Number(a)) : mapArray(operation, kernel, a);
    return result as Like<A>;
  };
}

/** An element-wise `np` function of two operands, broadcast against each other. */
export function binaryFunction(
  name: string,
  f: (x: number, y: number) => number,
  kernel: BinaryKernel = binaryKernel(f),
) {
  const operation = `np.${name}`;
  return <A extends Operand, B extends Operand>(a: A, b: B): Like2<A, B> => {
    const result = isScalar(a) && isScalar(b) ? f(Number(a), Number(b)) : combine(operation, kernel, a, b);
    return result as Like2<A, B>;
  };
}

function isScalar(value: Operand): value is number | boolean {
  return typeof value === "number" || typeof value === "boolean";
}

function mapArray(operation: string, kernel: UnaryKernel, operand: Operand): NDArray {
  const a = toNDArray(operation, operand);
  const source = a.contiguous ? a : a.copy();
  const out = allocate(a.size);
  kernel(source.data, source.offset, out, a.size);
  return new NDArray(out, a.shape);
}

function combine(operation: string, kernel: BinaryKernel, left: Operand, right: Operand): NDArray {
  if (typeof right === "number" && left instanceof NDArray && left.contiguous) {
    const out = allocate(left.size);
    scratch[0] = right;
    kernel(left.data, left.offset, 0, 1, scratch, 0, 0, 0, out, 0, 1, left.size);
    return new NDArray(out, left.shape);
  }
  if (typeof left === "number" && right instanceof NDArray && right.contiguous) {
    const out = allocate(right.size);
    scratch[0] = left;
    kernel(scratch, 0, 0, 0, right.data, right.offset, 0, 1, out, 0, 1, right.size);
    return new NDArray(out, right.shape);
  }
  const a = toNDArray(operation, left);
  const b = toNDArray(operation, right);
  if (a.contiguous && b.contiguous && sameShape(a.shape, b.shape)) {
    const out = allocate(a.size);
    kernel(a.data, a.offset, 0, 1, b.data, b.offset, 0, 1, out, 0, 1, a.size);
    return new NDArray(out, a.shape);
  }
  return combineBroadcast(operation, kernel, a, b);
}

function combineBroadcast(operation: string, kernel: BinaryKernel, a: NDArray, b: NDArray): NDArray {
  const shape = broadcastShapes(operation, a.shape, b.shape);
  const out = allocate(sizeOf(shape));
  const lengths = [...shape];
  const p = broadcastStrides(a.shape, a.strides, shape);
  const q = broadcastStrides(b.shape, b.strides, shape);
  if (shape.length > 2) mergeAxes(lengths, p, q);
  const [aRow, aColumn] = lastStrides(p);
  const [bRow, bColumn] = lastStrides(q);
  if (lengths.length <= 2) {
    const columns = lengths.length > 0 ? lengths[lengths.length - 1] : 1;
    const rows = lengths.length > 1 ? lengths[0] : 1;
    kernel(a.data, a.offset, aRow, aColumn, b.data, b.offset, bRow, bColumn, out, 0, rows, columns);
  } else {
    const operands = [
      { offset: a.offset, strides: p },
      { offset: b.offset, strides: q },
    ];
    eachMatrix(lengths, operands, (from, rows, columns, to) => {
      kernel(a.data, from[0], aRow, aColumn, b.data, from[1], bRow, bColumn, out, to, rows, columns);
    });
  }
  return new NDArray(out, shape);
}

/** Makes one axis of every two that both operands walk in one stride; in place. Windows of images become matrices. */
function mergeAxes(lengths: number[], p: number[], q: number[]): void {
  for (let d = lengths.length - 2; d >= 0; d--) {
    const next = lengths[d + 1];
    if (p[d] !== p[d + 1] * next || q[d] !== q[d + 1] * next) continue;
    lengths.splice(d, 2, lengths[d] * next);
    p.splice(d, 1);
    q.splice(d, 1);
  }
}

function lastStrides(strides: Shape): [row: number, column: number] {
  const n = strides.length;
  return [n > 1 ? strides[n - 2] : 0, n > 0 ? strides[n - 1] : 0];
}

/** Visits an N-dimensional shape as a sequence of matrices over its last two axes. */
function eachMatrix(
  shape: Shape,
  operands: readonly { offset: number; strides: Shape }[],
  visit: (from: number[], rows: number, columns: number, to: number) => void,
): void {
  const ndim = shape.length;
  const rows = ndim > 1 ? shape[ndim - 2] : 1;
  const columns = ndim > 0 ? shape[ndim - 1] : 1;
  const count = sizeOf(shape.slice(0, Math.max(0, ndim - 2)));
  for (let m = 0; m < count; m++) {
    const from = operands.map((operand) => operand.offset);
    let rest = m;
    for (let d = ndim - 3; d >= 0; d--) {
      const index = rest % shape[d];
      rest = (rest - index) / shape[d];
      operands.forEach((operand, i) => {
        from[i] += index * operand.strides[d];
      });
    }
    visit(from, rows, columns, m * rows * columns);
  }
}
