import { type NDArray, readOnly } from "./array";
import { broadcastStrides, formatShape, type Shape } from "./shape";

/** Copies `source`, broadcast to the shape of `target`, into it. Source and target may overlap. */
export function assign(target: NDArray, source: NDArray): void {
  const shape = target.shape;
  const fits =
    source.ndim <= shape.length && source.shape.every((n, d) => n === 1 || n === shape[d + shape.length - source.ndim]);
  if (!fits) {
    throw new RangeError(`assign: cannot broadcast ${formatShape(source.shape)} to ${formatShape(shape)}`);
  }
  if (!target.writable) throw readOnly("assign");
  const from = source.data === target.data ? source.data.slice() : source.data;
  const strides = broadcastStrides(source.shape, source.strides, shape);
  copyAxis(shape, 0, target.data, target.offset, target.strides, from, source.offset, strides);
}

function copyAxis(
  shape: Shape,
  axis: number,
  to: Float64Array,
  toOffset: number,
  toStrides: Shape,
  from: Float64Array,
  fromOffset: number,
  fromStrides: Shape,
): void {
  if (axis >= shape.length - 1) {
    const n = axis < shape.length ? shape[axis] : 1;
    copyRun(n, to, toOffset, toStrides[axis] ?? 0, from, fromOffset, fromStrides[axis] ?? 0);
    return;
  }
  for (let i = 0; i < shape[axis]; i++) {
    const t = toOffset + i * toStrides[axis];
    const f = fromOffset + i * fromStrides[axis];
    copyAxis(shape, axis + 1, to, t, toStrides, from, f, fromStrides);
  }
}

function copyRun(
  n: number,
  to: Float64Array,
  t: number,
  toStride: number,
  from: Float64Array,
  f: number,
  fromStride: number,
): void {
  for (let i = 0; i < n; i++) {
    to[t] = from[f];
    t += toStride;
    f += fromStride;
  }
}
