import { allocate, longArray } from "./allocate";
import * as arithmetic from "./arithmetic";
import { assign } from "./assign";
import * as comparison from "./comparison";
import { toNDArray } from "./convert";
import { format } from "./format";
import { toHtml } from "./html";
import * as linear from "./linear";
import * as manipulation from "./manipulation";
import { extract } from "./mask";
import * as reduction from "./reduction";
import { assertShape, formatShape, isRowMajor, rowMajorStrides, type Shape, sizeOf } from "./shape";
import { type SliceIndex, sliceView } from "./slice";
import { take } from "./take";
import { toList } from "./toList";
import type { Axis, List, Operand } from "./types";
import * as unary from "./unary";

/** `at`, `set` and `row` count positions in memory as 32-bit numbers, the ones that processors are fastest with. */
const mostReachable = 2 ** 31;

/** The index counted from the start, below 0 if there is no such element on an axis of that length. */
function fromStart(i: number, length: number): number {
  const index = i < 0 ? i + length : i;
  return (index | 0) === index && index < length ? index : -1;
}

/**
 * An N-dimensional array of 64-bit floats.
 *
 * `transpose`, `T`, `slice`, `expandDims`, `squeeze` and (where the memory allows it) `reshape` are views: they share
 * memory with the array they come from, and writing to one writes to both. Everything else returns a new array.
 */
export class NDArray {
  // Declared only: a field that is first defined as undefined and then set is read several times slower for it.
  declare readonly data: Float64Array;
  declare readonly shape: Shape;
  declare readonly strides: Shape;
  /** Position of the first element in `data`. */
  declare readonly offset: number;
  declare readonly ndim: number;
  /** Number of elements. */
  declare readonly size: number;
  /** True if the elements lie in memory in row-major order without gaps, from `offset` on. */
  declare readonly contiguous: boolean;
  // Lengths and strides of the first four axes in fields of their own: `at` and `set` are several times
  // faster so. Where there is no such axis, they are 0.
  declare private readonly n0: number;
  declare private readonly n1: number;
  declare private readonly n2: number;
  declare private readonly n3: number;
  declare private readonly s0: number;
  declare private readonly s1: number;
  declare private readonly s2: number;
  declare private readonly s3: number;

  /**
   * A view of memory; learners call `np.array` instead.
   *
   * @param data the memory, not copied; its `buffer` may be larger than it and hold other arrays
   * @param shape length of each axis
   * @param strides distance in elements between neighbours along each axis; row-major without gaps if missing
   * @param offset position of the first element
   */
  constructor(data: Float64Array, shape: Shape, strides?: Shape, offset = 0) {
    const ndim = shape.length;
    const steps = strides ?? rowMajorStrides(shape);
    this.data = data;
    this.shape = shape;
    this.strides = steps;
    this.offset = offset;
    this.ndim = ndim;
    this.size = sizeOf(shape);
    this.contiguous = strides === undefined || this.size === 0 || isRowMajor(shape, strides);
    // With five axes there is no element that four indices name, and none is below 0.
    this.n0 = ndim > 0 && ndim < 5 && data.length <= mostReachable ? shape[0] : 0;
    this.n1 = ndim > 1 ? shape[1] : 0;
    this.n2 = ndim > 2 ? shape[2] : 0;
    this.n3 = ndim > 3 ? shape[3] : 0;
    this.s0 = ndim > 0 ? steps[0] : 0;
    this.s1 = ndim > 1 ? steps[1] : 0;
    this.s2 = ndim > 2 ? steps[2] : 0;
    this.s3 = ndim > 3 ? steps[3] : 0;
  }

  /**
   * Copies row-major data into an array of the given shape.
   *
   * @throws RangeError if the shape does not hold exactly that many elements
   */
  static fromData(data: ArrayLike<number>, shape: Shape): NDArray {
    assertShape("NDArray.fromData", shape);
    if (data.length !== sizeOf(shape)) {
      throw new RangeError(`NDArray.fromData: ${data.length} elements do not fill the shape ${formatShape(shape)}`);
    }
    return new NDArray(Float64Array.from(data), [...shape]);
  }

  /** The element at the given indices, one per axis (up to four); negative ones count from the end. */
  at(i: number): number;
  at(i: number, j: number): number;
  at(i: number, j: number, k: number): number;
  at(i: number, j: number, k: number, l: number): number;
  at(i: number, j?: number, k?: number, l?: number): number {
    const value = this.data[this.position(i, j, k, l)];
    if (value === undefined) throw this.noSuchElement(i, j, k, l);
    return value;
  }

  /** Writes the last argument at the indices before it. */
  set(i: number, value: number): void;
  set(i: number, j: number, value: number): void;
  set(i: number, j: number, k: number, value: number): void;
  set(i: number, j: number, k: number, l: number, value: number): void;
  set(i: number, j: number, k?: number, l?: number, value?: number): void {
    // An argument is an index if another one follows.
    const second = k === undefined ? undefined : j;
    const third = l === undefined ? undefined : k;
    const fourth = value === undefined ? undefined : l;
    const position = this.position(i, second, third, fourth);
    if (this.data[position] === undefined) throw this.noSuchElement(i, second, third, fourth);
    this.data[position] = value ?? l ?? k ?? j;
  }

  /**
   * Where in `data` the elements along the last axis begin, for inner loops: all indices but the last are given, and
   * neighbours are next to each other.
   *
   *     const from = X.row(i, h, w);
   *     for (let c = 0; c < channels; c++) sum += X.data[from + c];
   *
   * @throws RangeError for a view whose last axis has gaps; `copy()` closes them
   */
  row(i: number): number;
  row(i: number, j: number): number;
  row(i: number, j: number, k: number): number;
  row(i: number, j?: number, k?: number): number {
    const a = fromStart(i, this.n0);
    const b = j === undefined ? 0 : fromStart(j, this.n1);
    const c = k === undefined ? 0 : fromStart(k, this.n2);
    const ndim = k !== undefined ? 4 : j !== undefined ? 3 : 2;
    const stride = k !== undefined ? this.s3 : j !== undefined ? this.s2 : this.s1;
    const exists = (a | b | c) >= 0 && ndim === this.ndim && this.size > 0;
    if (!exists || stride !== 1) throw this.noSuchRow(i, j, k);
    return this.offset + a * this.s0 + b * this.s1 + c * this.s2;
  }

  /**
   * Where in `data` an element is, below 0 if there is none.
   *
   * Loops over elements spend their time here, and are much faster if the compiler takes out of them what stays the
   * same. It does that only if no branch leads out of the loop, so all checks end in the sign of `outside`:
   * `a | ~(a - n)` is below 0 unless `0 <= a` and `a < n`. And it copies only so much into a loop, which is why one
   * short function serves arrays of any number of axes, and why the check is written out for each axis.
   */
  private position(i: number, j?: number, k?: number, l?: number): number {
    const n0 = this.n0;
    const a = (i | 0) === i ? i + (n0 & (i >> 31)) : -1; // a whole number, from the end if it is negative
    let outside = a | ~(a - n0);
    let position = this.offset + a * this.s0;
    if (j === undefined) outside |= -this.n1;
    else {
      const n1 = this.n1;
      const b = (j | 0) === j ? j + (n1 & (j >> 31)) : -1;
      outside |= b | ~(b - n1);
      position += b * this.s1;
    }
    if (k === undefined) outside |= -this.n2;
    else {
      const n2 = this.n2;
      const c = (k | 0) === k ? k + (n2 & (k >> 31)) : -1;
      outside |= c | ~(c - n2);
      position += c * this.s2;
    }
    if (l === undefined) outside |= -this.n3;
    else {
      const n3 = this.n3;
      const d = (l | 0) === l ? l + (n3 & (l >> 31)) : -1;
      outside |= d | ~(d - n3);
      position += d * this.s3;
    }
    return position | (outside >> 31);
  }

  private noSuchElement(...given: readonly (number | undefined)[]): RangeError {
    const { shape, ndim } = this;
    const indices = given.slice(0, given.findLastIndex((index) => index !== undefined) + 1);
    if (indices.length !== ndim) {
      const message = `an array of shape ${formatShape(shape)} takes ${ndim} indices, got ${indices.length}`;
      return new RangeError(`at/set/row: ${message}`);
    }
    const axis = indices.findIndex((index, d) => index === undefined || fromStart(index, shape[d]) < 0);
    if (axis < 0) return new RangeError(`at/set/row: ${this.data.length} elements are more than they can tell apart`);
    return new RangeError(`index ${indices[axis]} is out of bounds for axis ${axis} of shape ${formatShape(shape)}`);
  }

  private noSuchRow(i: number, j?: number, k?: number): RangeError {
    if (this.strides[this.ndim - 1] !== 1) {
      return new RangeError("row: the last axis of this view has gaps, copy() it first");
    }
    if (this.shape[this.ndim - 1] === 0) return new RangeError("row: the last axis is empty");
    return this.noSuchElement(...[i, j, k].filter((index) => index !== undefined), 0);
  }

  /** The only element, as a number. Throws if there are none or several. */
  item(): number {
    if (this.size !== 1)
      throw new RangeError(`item: shape ${formatShape(this.shape)} holds ${this.size} elements, not one`);
    return this.data[this.offset];
  }

  /** A view: `a.slice("0:3", ":")`, `a.slice(-1)`, `a.slice(":", null)`; positions drop their axis, ranges keep it. */
  slice(...indices: SliceIndex[]): NDArray {
    return sliceView(this, indices);
  }

  /** Writes a value, broadcast to this array's shape, into it: `a.slice(0).assign(7)` is NumPy's `a[0] = 7`. */
  assign(value: Operand): this {
    assign(this, toNDArray("assign", value));
    return this;
  }

  /** A new row-major array with the same elements. */
  copy(): NDArray {
    if (this.size < longArray) return new NDArray(this.toTypedArray(), this.shape);
    return new NDArray(allocate(this.size), this.shape).assign(this);
  }

  /** The elements in row-major order, copied. */
  toTypedArray(): Float64Array {
    if (this.contiguous) return this.data.slice(this.offset, this.offset + this.size);
    const copy = new NDArray(new Float64Array(this.size), this.shape);
    assign(copy, this);
    return copy.data;
  }

  /** Nested lists of numbers; a plain number for a 0-dimensional array. */
  tolist(): List {
    return toList(this);
  }

  /** The transpose, a view. */
  get T(): NDArray {
    return manipulation.transpose(this);
  }

  toString(): string {
    return format(this);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return format(this);
  }

  [Symbol.for("nablab.mime")](): Record<string, string> {
    const plain = { "text/plain": format(this) };
    return this.ndim === 1 || this.ndim === 2 ? { ...plain, "text/html": toHtml(this) } : plain;
  }

  // Element-wise; see the function of the same name in `np`.
  add(other: Operand): NDArray {
    return arithmetic.add(this, other);
  }

  subtract(other: Operand): NDArray {
    return arithmetic.subtract(this, other);
  }

  multiply(other: Operand): NDArray {
    return arithmetic.multiply(this, other);
  }

  divide(other: Operand): NDArray {
    return arithmetic.divide(this, other);
  }

  power(other: Operand): NDArray {
    return arithmetic.power(this, other);
  }

  maximum(other: Operand): NDArray {
    return arithmetic.maximum(this, other);
  }

  minimum(other: Operand): NDArray {
    return arithmetic.minimum(this, other);
  }

  mod(other: Operand): NDArray {
    return arithmetic.mod(this, other);
  }

  equal(other: Operand): NDArray {
    return comparison.equal(this, other);
  }

  notEqual(other: Operand): NDArray {
    return comparison.notEqual(this, other);
  }

  greater(other: Operand): NDArray {
    return comparison.greater(this, other);
  }

  greaterEqual(other: Operand): NDArray {
    return comparison.greaterEqual(this, other);
  }

  less(other: Operand): NDArray {
    return comparison.less(this, other);
  }

  lessEqual(other: Operand): NDArray {
    return comparison.lessEqual(this, other);
  }

  negative(): NDArray {
    return unary.negative(this);
  }

  abs(): NDArray {
    return unary.abs(this);
  }

  sign(): NDArray {
    return unary.sign(this);
  }

  sqrt(): NDArray {
    return unary.sqrt(this);
  }

  square(): NDArray {
    return unary.square(this);
  }

  exp(): NDArray {
    return unary.exp(this);
  }

  expm1(): NDArray {
    return unary.expm1(this);
  }

  log(): NDArray {
    return unary.log(this);
  }

  log1p(): NDArray {
    return unary.log1p(this);
  }

  log2(): NDArray {
    return unary.log2(this);
  }

  log10(): NDArray {
    return unary.log10(this);
  }

  tanh(): NDArray {
    return unary.tanh(this);
  }

  sin(): NDArray {
    return unary.sin(this);
  }

  cos(): NDArray {
    return unary.cos(this);
  }

  floor(): NDArray {
    return unary.floor(this);
  }

  ceil(): NDArray {
    return unary.ceil(this);
  }

  round(decimals = 0): NDArray {
    return unary.round(this, decimals);
  }

  clip(low: Operand, high: Operand): NDArray {
    return arithmetic.clip(this, low, high);
  }

  // Reductions: a number without an axis, an array with an axis or with keepdims; see `np`.

  sum(): number;
  sum(axis: Axis, keepdims?: boolean): NDArray;
  sum(axis: Axis | null | undefined, keepdims: true): NDArray;
  sum(axis?: Axis | null, keepdims?: boolean): number | NDArray {
    return reduction.sum(this, axis as Axis, keepdims);
  }

  prod(): number;
  prod(axis: Axis, keepdims?: boolean): NDArray;
  prod(axis: Axis | null | undefined, keepdims: true): NDArray;
  prod(axis?: Axis | null, keepdims?: boolean): number | NDArray {
    return reduction.prod(this, axis as Axis, keepdims);
  }

  mean(): number;
  mean(axis: Axis, keepdims?: boolean): NDArray;
  mean(axis: Axis | null | undefined, keepdims: true): NDArray;
  mean(axis?: Axis | null, keepdims?: boolean): number | NDArray {
    return reduction.mean(this, axis as Axis, keepdims);
  }

  max(): number;
  max(axis: Axis, keepdims?: boolean): NDArray;
  max(axis: Axis | null | undefined, keepdims: true): NDArray;
  max(axis?: Axis | null, keepdims?: boolean): number | NDArray {
    return reduction.max(this, axis as Axis, keepdims);
  }

  min(): number;
  min(axis: Axis, keepdims?: boolean): NDArray;
  min(axis: Axis | null | undefined, keepdims: true): NDArray;
  min(axis?: Axis | null, keepdims?: boolean): number | NDArray {
    return reduction.min(this, axis as Axis, keepdims);
  }

  std(): number;
  std(axis: Axis, keepdims?: boolean): NDArray;
  std(axis: Axis | null | undefined, keepdims: true): NDArray;
  std(axis?: Axis | null, keepdims?: boolean): number | NDArray {
    return reduction.std(this, axis as Axis, keepdims);
  }

  var(): number;
  var(axis: Axis, keepdims?: boolean): NDArray;
  var(axis: Axis | null | undefined, keepdims: true): NDArray;
  var(axis?: Axis | null, keepdims?: boolean): number | NDArray {
    return reduction.var(this, axis as Axis, keepdims);
  }

  argmax(): number;
  argmax(axis: number): NDArray;
  argmax(axis?: number): number | NDArray {
    return reduction.argmax(this, axis as number);
  }

  argmin(): number;
  argmin(axis: number): NDArray;
  argmin(axis?: number): number | NDArray {
    return reduction.argmin(this, axis as number);
  }

  all(): boolean;
  all(axis: Axis, keepdims?: boolean): NDArray;
  all(axis?: Axis, keepdims?: boolean): boolean | NDArray {
    return reduction.all(this, axis as Axis, keepdims);
  }

  any(): boolean;
  any(axis: Axis, keepdims?: boolean): NDArray;
  any(axis?: Axis, keepdims?: boolean): boolean | NDArray {
    return reduction.any(this, axis as Axis, keepdims);
  }

  cumsum(axis?: number): NDArray {
    return reduction.cumsum(this, axis);
  }

  dot(other: Operand): NDArray {
    return linear.dot(this, other);
  }

  matmul(other: Operand): NDArray {
    return linear.matmul(this, other);
  }

  /** `a.reshape(2, -1)`; a view where the memory allows it. */
  reshape(...shape: number[]): NDArray {
    return manipulation.reshape(this, shape);
  }

  transpose(...axes: number[]): NDArray {
    return manipulation.transpose(this, axes.length ? axes : undefined);
  }

  flatten(): NDArray {
    return new NDArray(this.toTypedArray(), [this.size]);
  }

  ravel(): NDArray {
    return manipulation.reshape(this, [-1]);
  }

  squeeze(axis?: Axis): NDArray {
    return manipulation.squeeze(this, axis);
  }

  expandDims(axis: Axis): NDArray {
    return manipulation.expandDims(this, axis);
  }

  /** The elements where the mask is not 0, as a vector: NumPy's `a[mask]`. */
  extract(mask: Operand): NDArray {
    return extract(mask, this);
  }

  /** Elements at the given indices along an axis, or of the flattened array. */
  take(indices: Operand, axis?: number): NDArray {
    return take(this, indices, axis);
  }

  /** Calls a function on every element; slower than an `np` function. */
  map(f: (value: number) => number): NDArray {
    return new NDArray(this.toTypedArray().map(f), this.shape);
  }
}
