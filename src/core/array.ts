import { assertShape, formatShape, isRowMajor, rowMajorStrides, type Shape, sizeOf } from "./shape";

/** `at`, `set` and `row` compute positions in memory as 32-bit integers, which processors handle fastest. */
const mostReachable = 2 ** 31;

/** For writing to what `broadcastTo` gives, or to a view of it. */
export function readOnly(operation: string): RangeError {
  return new RangeError(
    `${operation}: what broadcastTo gives repeats its elements, and cannot be written to; write to a copy() of it`,
  );
}

/** The index counted from the start; negative if an axis of that length has no such element. */
function fromStart(i: number, length: number): number {
  const index = i < 0 ? i + length : i;
  return (index | 0) === index && index < length ? index : -1;
}

/**
 * An N-dimensional array of 64-bit floats. `np.array` and its kin make one.
 *
 * `transpose`, `T`, `slice`, `expandDims`, `squeeze` and (where the memory allows it) `reshape` and `ravel` are views: they
 * share memory with the array they come from, and writing to one writes to both. Everything else returns a new array.
 *
 * @example
 * const a = np.array([[1, 2, 3], [4, 5, 6]]);
 * a.shape; // [2, 3]
 * a.T.dot([1, 10]); // [41. 52. 63.]
 */
export class NDArray {
  // Declared only: a field that is first initialised to undefined and then set is several times slower to read.
  /**
   * The memory that holds the elements; `offset` and `strides` say where. Views share it, and it may hold more.
   *
   * @example
   * np.array([[1, 2], [3, 4]]).T.data; // Float64Array [1, 2, 3, 4]
   */
  declare readonly data: Float64Array;
  /**
   * The length of each axis.
   *
   * @example
   * np.zeros([2, 3]).shape; // [2, 3]
   */
  declare readonly shape: Shape;
  /**
   * The distance in `data`, in elements, between neighbours along each axis.
   *
   * @example
   * np.zeros([2, 3]).strides; // [3, 1]
   * np.zeros([2, 3]).T.strides; // [1, 3]
   */
  declare readonly strides: Shape;
  /**
   * The position of the first element in `data`.
   *
   * @example
   * np.zeros([2, 3]).slice(1).offset; // 3
   */
  declare readonly offset: number;
  /**
   * The number of axes.
   *
   * @example
   * np.zeros([2, 3]).ndim; // 2
   */
  declare readonly ndim: number;
  /**
   * The number of elements.
   *
   * @example
   * np.zeros([2, 3]).size; // 6
   */
  declare readonly size: number;
  /**
   * True if the elements lie in memory in row-major order without gaps, from `offset` on.
   *
   * @example
   * np.zeros([2, 3]).contiguous; // true
   * np.zeros([2, 3]).T.contiguous; // false
   */
  declare readonly contiguous: boolean;
  // Lengths and strides of the first four axes, in fields of their own because that makes `at` and `set` several times
  // faster. They are 0 where there is no such axis.
  declare private readonly n0: number;
  declare private readonly n1: number;
  declare private readonly n2: number;
  declare private readonly n3: number;
  declare private readonly s0: number;
  declare private readonly s1: number;
  declare private readonly s2: number;
  declare private readonly s3: number;
  /** -1 if no element may be written, otherwise 0: a number, so that `set` needs no branch for it. */
  declare private readonly locked: number;

  /**
   * A view of memory; learners call `np.array` instead.
   *
   * @param data the memory, not copied; its `buffer` may be larger and hold other arrays
   * @param shape length of each axis
   * @param strides distance in elements between neighbours along each axis; row-major without gaps if missing
   * @param offset position of the first element
   * @param writable false if elements must not be written, because one place in memory stands for several
   * @example
   * new NDArray(Float64Array.of(1, 2, 3, 4), [2, 2]); // [[1. 2.] [3. 4.]]
   */
  constructor(data: Float64Array, shape: Shape, strides?: Shape, offset = 0, writable = true) {
    const ndim = shape.length;
    const steps = strides ?? rowMajorStrides(shape);
    this.data = data;
    this.shape = shape;
    this.strides = steps;
    this.offset = offset;
    this.ndim = ndim;
    this.size = sizeOf(shape);
    this.contiguous = strides === undefined || this.size === 0 || isRowMajor(shape, strides);
    // With five axes, four indices name no element: a length of 0 makes every index out of bounds.
    this.n0 = ndim > 0 && ndim < 5 && data.length <= mostReachable ? shape[0] : 0;
    this.n1 = ndim > 1 ? shape[1] : 0;
    this.n2 = ndim > 2 ? shape[2] : 0;
    this.n3 = ndim > 3 ? shape[3] : 0;
    this.s0 = ndim > 0 ? steps[0] : 0;
    this.s1 = ndim > 1 ? steps[1] : 0;
    this.s2 = ndim > 2 ? steps[2] : 0;
    this.s3 = ndim > 3 ? steps[3] : 0;
    this.locked = writable ? 0 : -1;
  }

  /**
   * False for what `broadcastTo` and `broadcastArrays` give, and for views of it: one place in memory may stand for
   * several elements there, so none is written.
   *
   * @example
   * np.broadcastTo([1, 2], [3, 2]).writable; // false
   * np.zeros(2).writable; // true
   */
  get writable(): boolean {
    return this.locked === 0;
  }

  /**
   * Copies row-major data into an array of the given shape.
   *
   * @throws RangeError if the shape does not hold exactly that many elements
   * @example
   * NDArray.fromData([1, 2, 3, 4], [2, 2]); // [[1. 2.] [3. 4.]]
   */
  static fromData(data: ArrayLike<number>, shape: Shape): NDArray {
    assertShape("NDArray.fromData", shape);
    if (data.length !== sizeOf(shape)) {
      throw new RangeError(`NDArray.fromData: ${data.length} elements do not fill the shape ${formatShape(shape)}`);
    }
    return new NDArray(Float64Array.from(data), [...shape]);
  }

  /**
   * The element at the given indices, one per axis (up to four); negative ones count from the end.
   *
   * @throws RangeError for more or fewer indices than axes, or one out of bounds
   * @example
   * const a = np.array([[1, 2, 3], [4, 5, 6]]);
   * a.at(0, -1); // 3
   */
  at(i: number): number;
  at(i: number, j: number): number;
  at(i: number, j: number, k: number): number;
  at(i: number, j: number, k: number, l: number): number;
  at(i: number, j?: number, k?: number, l?: number): number {
    const value = this.data[this.position(i, j, k, l)];
    if (value === undefined) throw this.noSuchElement(i, j, k, l);
    return value;
  }

  /**
   * Writes the last argument at the indices before it, one per axis (up to four); negative ones count from the end.
   *
   * @throws RangeError for more or fewer indices than axes, one out of bounds, or what `broadcastTo` gave
   * @example
   * const a = np.zeros([2, 2]);
   * a.set(0, 1, 7);
   * a; // [[0. 7.] [0. 0.]]
   */
  set(i: number, value: number): void;
  set(i: number, j: number, value: number): void;
  set(i: number, j: number, k: number, value: number): void;
  set(i: number, j: number, k: number, l: number, value: number): void;
  set(i: number, j: number, k?: number, l?: number, value?: number): void {
    // An argument is an index if another one follows.
    const second = k === undefined ? undefined : j;
    const third = l === undefined ? undefined : k;
    const fourth = value === undefined ? undefined : l;
    const position = this.position(i, second, third, fourth) | this.locked;
    if (this.data[position] === undefined)
      throw this.locked ? readOnly("set") : this.noSuchElement(i, second, third, fourth);
    this.data[position] = value ?? l ?? k ?? j;
  }

  /**
   * The position in `data` where the elements along the last axis begin, for inner loops. Takes all indices but the
   * last (up to three); neighbours are next to each other.
   *
   * @throws RangeError for more or fewer indices than that, one out of bounds, or a view whose last axis has gaps;
   * `copy()` closes them
   * @example
   * const a = np.array([[1, 2, 3], [4, 5, 6]]);
   * const from = a.row(1);
   * let sum = 0;
   * for (let j = 0; j < 3; j++) sum += a.data[from + j];
   * sum; // 15
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
   * The position of an element in `data`; negative if there is no such element.
   *
   * Loops over elements spend their time here, and are much faster if the compiler moves everything that stays the same
   * out of them. It does so only if no branch leaves the loop, so all checks end in the sign of `outside`:
   * `a | ~(a - n)` is negative unless `0 <= a` and `a < n`. It also inlines only so much code into a loop, which is why
   * one short function serves arrays of any number of axes, and why the check is written out for each axis.
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

  /**
   * The only element, as a number.
   *
   * @throws RangeError if there are none or several
   * @example
   * np.dot([1, 2], [3, 4]).item(); // 11
   */
  item(): number {
    if (this.size !== 1)
      throw new RangeError(`item: shape ${formatShape(this.shape)} holds ${this.size} elements, not one`);
    return this.data[this.offset];
  }
}
