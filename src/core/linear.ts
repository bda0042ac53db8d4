import { multiply } from "./arithmetic";
import { NDArray } from "./array";
import { toNDArray } from "./convert";
import { broadcastTo, ravel, reshape, transpose } from "./manipulation";
import { matrixProduct } from "./matrixProduct";
import { pairwiseSum } from "./pairwiseSum";
import { broadcastShapes, formatShape, sizeOf } from "./shape";
import { sliceView } from "./slice";
import type { Like2, Operand } from "./types";

/**
 * The matrix product of two matrices, shapes (m, k) and (k, n) giving (m, n); the inner product of two vectors, a
 * 0-dimensional array whose number is `.item()`; otherwise the sum over the last axis of `a` and the last but one of
 * `b`.
 *
 * @throws RangeError if those axes differ in length
 * @example
 * np.dot([[1, 2], [3, 4]], [[1], [10]]); // [[21.] [43.]]
 * np.dot([1, 2], [3, 4]).item(); // 11
 */
export function dot<A extends Operand, B extends Operand>(a: A, b: B): Like2<A, B> {
  return product("np.dot", a, b) as Like2<A, B>;
}

function product(operation: string, left: Operand, right: Operand): NDArray | number {
  const a = toNDArray(operation, left, "a");
  const b = toNDArray(operation, right, "b");
  if (a.ndim === 0 || b.ndim === 0) return multiply(left, right);
  const inner = b.ndim === 1 ? 0 : b.ndim - 2;
  if (a.shape[a.ndim - 1] !== b.shape[inner]) throw mismatch(operation, a, b);
  if (a.ndim === 2 && b.ndim === 2) return matrixProduct(a, b);
  const k = b.shape[inner];
  const rows = reshape(a, [sizeOf(a.shape.slice(0, -1)), k]);
  const moved = b.ndim <= 2 ? b : transpose(b, [inner, ...b.shape.map((_, d) => d).filter((d) => d !== inner)]);
  const kept = b.shape.filter((_, d) => d !== inner);
  const columns = reshape(moved, [k, sizeOf(kept)]);
  const shape = [...a.shape.slice(0, -1), ...kept];
  return reshape(matrixProduct(rows, columns), shape);
}

/**
 * The matrix product over the last two axes, (…, m, k) and (…, k, n) giving (…, m, n); the axes before them broadcast.
 *
 * @throws RangeError for a 0-dimensional operand, or if the shapes do not fit together
 * @example
 * np.matmul([[1, 2], [3, 4]], [10, 1]); // [12. 34.]
 * np.matmul(np.ones([5, 2, 3]), np.ones([3, 4])).shape; // [5, 2, 4]
 */
export function matmul(a: Operand, b: Operand): NDArray {
  const left = toNDArray("np.matmul", a);
  const right = toNDArray("np.matmul", b, "b");
  if (left.ndim === 0 || right.ndim === 0) throw mismatch("np.matmul", left, right);
  const p = left.ndim === 1 ? reshape(left, [1, -1]) : left;
  const q = right.ndim === 1 ? reshape(right, [-1, 1]) : right;
  const result = batchProduct(p, q, () => mismatch("np.matmul", left, right));
  const shape = [...result.shape];
  if (right.ndim === 1) shape.pop();
  if (left.ndim === 1) shape.splice(result.ndim - 2, 1);
  return reshape(result, shape);
}

function batchProduct(a: NDArray, b: NDArray, mismatched: () => Error): NDArray {
  const [m, k] = a.shape.slice(-2);
  const n = b.shape[b.ndim - 1];
  if (k !== b.shape[b.ndim - 2]) throw mismatched();
  if (a.ndim === 2 && b.ndim === 2) return matrixProduct(a, b);
  const batch = broadcastShapes("np.matmul", a.shape.slice(0, -2), b.shape.slice(0, -2));
  const count = sizeOf(batch);
  const left = reshape(broadcastTo(a, [...batch, m, k]), [count, m, k]);
  const right = reshape(broadcastTo(b, [...batch, k, n]), [count, k, n]);
  const out = new Float64Array(count * m * n);
  for (let i = 0; i < count; i++) {
    const product = matrixProduct(sliceView(left, [i]), sliceView(right, [i]));
    out.set(product.data, i * m * n);
  }
  return new NDArray(out, [...batch, m, n]);
}

function mismatch(operation: string, a: NDArray, b: NDArray): RangeError {
  return new RangeError(`${operation}: shapes ${formatShape(a.shape)} and ${formatShape(b.shape)} do not fit together`);
}

/**
 * The inner product of all elements, as a number; both operands are flattened.
 *
 * @throws RangeError if they differ in size
 * @example
 * np.vdot([[1, 2], [3, 4]], [[1, 1], [1, 10]]); // 46
 */
export function vdot(a: Operand, b: Operand): number {
  const left = ravel(toNDArray("np.vdot", a));
  const right = ravel(toNDArray("np.vdot", b, "b"));
  if (left.size !== right.size) throw mismatch("np.vdot", left, right);
  return matrixProduct(reshape(left, [1, -1]), reshape(right, [-1, 1])).item();
}

/**
 * Every element of `a` times every element of `b`: shape (a.size, b.size).
 *
 * @throws RangeError if `a` or `b` is a list that is not rectangular
 * @example
 * np.outer([1, 2], [1, 10, 100]); // [[1. 10. 100.] [2. 20. 200.]]
 */
export function outer(a: Operand, b: Operand): NDArray {
  return multiply(reshape(toNDArray("np.outer", a), [-1, 1]), ravel(toNDArray("np.outer", b, "b")));
}

/**
 * The sum of the diagonal of a matrix, as a number.
 *
 * @throws RangeError if `a` is not a matrix
 * @example
 * np.trace([[1, 2], [3, 4]]); // 5
 */
export function trace(a: Operand): number {
  const matrix = toNDArray("np.trace", a);
  if (matrix.ndim !== 2) throw new RangeError(`np.trace: expected a matrix, got shape ${formatShape(matrix.shape)}`);
  const [row, column] = matrix.strides;
  return pairwiseSum(matrix.data, matrix.offset, Math.min(...matrix.shape), row + column);
}
