import { allocate } from "./allocate";
import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { copy } from "./copy";
import { inspectArray, inspectNumber, isWatched } from "./runtimeWarning";
import { broadcastShapes, broadcastStrides, type Shape, sameShape, sizeOf } from "./shape";
import type { Like, Like2, Operand } from "./types";

/** Fills the first `n` elements of `out` from those of `a` that start at `from` and have no gaps. */
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

/** A kernel that calls a function per element: works for every operation, and is fast enough for the rare ones. */
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
  const apply = <A extends Operand>(a: A): Like<A> => {
    const result =
      typeof a === "number" ? f(a) : typeof a === "boolean" ? f(Number(a)) : mapArray(operation, kernel, a);
    return result as Like<A>;
  };
  if (!isWatched(name)) return apply;
  return <A extends Operand>(a: A): Like<A> => {
    const result: NDArray | number = apply<Operand>(a);
    if (typeof result === "number") inspectNumber(name, result, Number(a));
    else inspectArray(name, result, a);
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
  const apply = <A extends Operand, B extends Operand>(a: A, b: B): Like2<A, B> => {
    const result = isScalar(a) && isScalar(b) ? f(Number(a), Number(b)) : combine(operation, kernel, a, b);
    return result as Like2<A, B>;
  };
  if (!isWatched(name)) return apply;
  return <A extends Operand, B extends Operand>(a: A, b: B): Like2<A, B> => {
    const result: NDArray | number = apply<Operand, Operand>(a, b);
    if (typeof result === "number") inspectNumber(name, result, Number(a), Number(b));
    else inspectArray(name, result, a, b);
    return result as Like2<A, B>;
  };
}

/** Like {@link binaryFunction}, if f(x, y) is f(y, x): a number is moved to the right, where kernels are faster. */
export function commutativeFunction(name: string, f: (x: number, y: number) => number, kernel?: BinaryKernel) {
  const inOrder = binaryFunction(name, f, kernel);
  return <A extends Operand, B extends Operand>(a: A, b: B): Like2<A, B> => {
    const isSwapped = typeof a === "number" && typeof b === "object";
    const result = isSwapped ? inOrder<Operand, Operand>(b, a) : inOrder<Operand, Operand>(a, b);
    return result as Like2<A, B>;
  };
}

function isScalar(value: Operand): value is number | boolean {
  return typeof value === "number" || typeof value === "boolean";
}

function mapArray(operation: string, kernel: UnaryKernel, operand: Operand): NDArray {
  const a = toNDArray(operation, operand);
  const source = a.contiguous ? a : copy(a);
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
  const a = toNDArray(operation, left, "a");
  const b = toNDArray(operation, right, "b");
  if (a.contiguous && b.contiguous && sameShape(a.shape, b.shape)) {
    const out = allocate(a.size);
    kernel(a.data, a.offset, 0, 1, b.data, b.offset, 0, 1, out, 0, 1, a.size);
    return new NDArray(out, a.shape);
  }
  return combineBroadcast(operation, kernel, a, b);
}

function combineBroadcast(operation: string, kernel: BinaryKernel, a: NDArray, b: NDArray): NDArray {
  const shape = sameShape(a.shape, b.shape) ? a.shape : broadcastShapes(operation, a.shape, b.shape);
  const out = allocate(sizeOf(shape));
  if (!combineAsMatrices(kernel, a, b, shape, out)) combineByAxes(kernel, a, b, shape, out);
  return new NDArray(out, shape);
}

/**
 * Walks the operands as matrices if their axes can be merged into two, each with a single stride in both operands;
 * returns whether they can. Windows of images are such operands, and so is anything with two axes. Axes of length 1 do
 * not count.
 */
function combineAsMatrices(kernel: BinaryKernel, a: NDArray, b: NDArray, shape: Shape, out: Float64Array): boolean {
  let rows = 1;
  let aRow = 0;
  let bRow = 0;
  let columns = 1;
  let aColumn = 0;
  let bColumn = 0;
  for (let d = shape.length - 1; d >= 0; d--) {
    const length = shape[d];
    if (length === 1) continue;
    const p = strideAlong(a, d - shape.length + a.ndim);
    const q = strideAlong(b, d - shape.length + b.ndim);
    if (columns === 1) {
      columns = length;
      aColumn = p;
      bColumn = q;
    } else if (rows === 1 && p === columns * aColumn && q === columns * bColumn) columns *= length;
    else if (rows === 1) {
      rows = length;
      aRow = p;
      bRow = q;
    } else if (p === rows * aRow && q === rows * bRow) rows *= length;
    else return false;
  }
  kernel(a.data, a.offset, aRow, aColumn, b.data, b.offset, bRow, bColumn, out, 0, rows, columns);
  return true;
}

/** Stride along an axis that may be repeated, or missing in front. */
function strideAlong(array: NDArray, axis: number): number {
  return axis < 0 || array.shape[axis] === 1 ? 0 : array.strides[axis];
}

function combineByAxes(kernel: BinaryKernel, a: NDArray, b: NDArray, shape: Shape, out: Float64Array): void {
  const p = broadcastStrides(a.shape, a.strides, shape);
  const q = broadcastStrides(b.shape, b.strides, shape);
  const [aRow, aColumn] = p.slice(-2);
  const [bRow, bColumn] = q.slice(-2);
  const operands = [
    { offset: a.offset, strides: p },
    { offset: b.offset, strides: q },
  ];
  eachMatrix(shape, operands, (from, rows, columns, to) => {
    kernel(a.data, from[0], aRow, aColumn, b.data, from[1], bRow, bColumn, out, to, rows, columns);
  });
}

/** Visits an N-dimensional shape (at least two axes) as a sequence of matrices over its last two axes. */
function eachMatrix(
  shape: Shape,
  operands: readonly { offset: number; strides: Shape }[],
  visit: (from: number[], rows: number, columns: number, to: number) => void,
): void {
  const ndim = shape.length;
  const rows = shape[ndim - 2];
  const columns = shape[ndim - 1];
  const count = sizeOf(shape.slice(0, -2));
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
