import { NDArray } from "../core/NDArray";
import type { Shape } from "../core/shape";

/** Where the elements of an array lie in its memory. */
export interface Layout {
  strides: Shape;
  offset: number;
}

/**
 * An array whose elements lie in its memory as the layout says. What lies between them is made from them: plausible
 * values, each unlike the element that belongs there.
 *
 * @param data the elements in row-major order
 */
export function strided(data: Float64Array, shape: Shape, { strides, offset }: Layout): NDArray {
  const memory = new Float64Array(memoryFor(shape, { strides, offset }));
  for (let i = 0; i < memory.length; i++) memory[i] = unlike(data[i % data.length]);
  const array = new NDArray(memory, shape, strides, offset);
  fill(memory, data, array);
  return array;
}

/** Still a label for a label, and a probability for a probability. */
function unlike(x: number): number {
  return x === 0.5 ? 0 : 1 - x;
}

/** The number of elements that fit into the memory of such an array. It ends with the last element. */
export function memoryFor(shape: Shape, { strides, offset }: Layout): number {
  return shape.reduce((length, n, axis) => length + (n - 1) * strides[axis], offset + 1);
}

function fill(memory: Float64Array, data: Float64Array, { shape, strides, offset, size }: NDArray): void {
  const index = shape.map(() => 0);
  let position = offset;
  for (let i = 0; i < size; i++) {
    memory[position] = data[i];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] += 1;
      position += strides[axis];
      if (index[axis] < shape[axis]) break;
      position -= strides[axis] * shape[axis];
      index[axis] = 0;
    }
  }
}
