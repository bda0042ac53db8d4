import { NDArray, readOnly } from "./array";
import { assign } from "./assign";
import { toNDArray } from "./convert";
import { toTypedArray } from "./copy";
import { broadcastTo } from "./manipulation";
import { broadcastShapes, formatShape, sizeOf } from "./shape";
import type { Operand } from "./types";

/** The chosen elements, or parts where axes are left over: where each begins, and the shape of them all. */
interface Chosen {
  starts: number[];
  shape: number[];
  partShape: number[];
  partStrides: number[];
}

/** NumPy's indexing with several arrays at once: one array of indices per axis, broadcast against each other. */
function choose(operation: string, a: NDArray, indices: readonly Operand[]): Chosen {
  if (indices.length === 0 || indices.length > a.ndim) {
    throw new RangeError(
      `${operation}: an array of shape ${formatShape(a.shape)} takes up to ${a.ndim} arrays of indices, got ${indices.length}`,
    );
  }
  const arrays = indices.map((index) => toNDArray(operation, index, "an array of indices"));
  const shape = arrays.reduce<number[]>((joined, { shape }) => broadcastShapes(operation, joined, shape), []);
  const starts = new Array<number>(sizeOf(shape)).fill(a.offset);
  arrays.forEach((array, d) => {
    toTypedArray(broadcastTo(array, shape)).forEach((given, i) => {
      const index = given < 0 ? given + a.shape[d] : given;
      if (!Number.isInteger(index) || index < 0 || index >= a.shape[d]) {
        throw new RangeError(
          `${operation}: index ${given} is out of bounds for axis ${d} of shape ${formatShape(a.shape)}`,
        );
      }
      starts[i] += index * a.strides[d];
    });
  });
  const partShape = a.shape.slice(arrays.length);
  return { starts, shape: [...shape, ...partShape], partShape, partStrides: a.strides.slice(arrays.length) };
}

/** NumPy's `a[i, j]` with arrays of indices; a copy. */
export function readEach(a: NDArray, indices: readonly Operand[]): NDArray {
  const { starts, shape, partShape, partStrides } = choose("atEach", a, indices);
  const size = sizeOf(partShape);
  const out = new Float64Array(starts.length * size);
  starts.forEach((start, i) => {
    if (size === 1) out[i] = a.data[start];
    else out.set(toTypedArray(new NDArray(a.data, partShape, partStrides, start)), i * size);
  });
  return new NDArray(out, shape);
}

/** NumPy's `a[i, j] = value` with arrays of indices; of several writes to one element the last counts. */
export function writeEach(a: NDArray, indices: readonly Operand[], value: Operand): void {
  const { starts, shape, partShape, partStrides } = choose("setEach", a, indices);
  const size = sizeOf(partShape);
  if (!a.writable) throw readOnly("setEach");
  const given = toNDArray("setEach", value, "value");
  const values = toTypedArray(broadcastTo(given, shape));
  starts.forEach((start, i) => {
    const part = new NDArray(values.subarray(i * size, (i + 1) * size), partShape);
    assign(new NDArray(a.data, partShape, partStrides, start), part);
  });
}
