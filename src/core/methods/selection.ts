import type { NDArray } from "../array";
import { assign } from "../assign";
import { toNDArray } from "../convert";
import { extract } from "../mask";
import { readEach, writeEach } from "../pick";
import { type SliceIndex, sliceView } from "../slice";
import * as taking from "../take";
import type { Operand } from "../types";
import type { Documentation } from "./Documentation";
import { register } from "./register";

declare module "../array" {
  interface NDArray extends Documentation<typeof taking, "take"> {
    /**
     * Part of the array, as a view: a position drops its axis, a range such as `"1:5:2"` keeps it, `"..."` stands for as
     * many `":"` as are missing, and null adds an axis of length 1. Negative ones count from the end, and axes that are
     * not mentioned are kept whole.
     *
     * @throws RangeError for more indices than axes, a position out of bounds or a step of 0
     * @throws SyntaxError for text that is not a range
     * @example
     * const a = np.array([[1, 2, 3], [4, 5, 6]]);
     * a.slice(0); // [1. 2. 3.]
     * a.slice(":", "1:"); // [[2. 3.] [5. 6.]]
     * a.slice(-1, null).shape; // [1, 3]
     */
    slice(...indices: SliceIndex[]): NDArray;
    /**
     * Writes a value, broadcast to this array's shape, into it, and returns the array: `a.slice(0).assign(7)` is NumPy's
     * `a[0] = 7`.
     *
     * @throws RangeError if the value does not broadcast to this array's shape, or for what `broadcastTo` gave
     * @example
     * const a = np.zeros([2, 3]);
     * a.slice(0).assign(7);
     * a; // [[7. 7. 7.] [0. 0. 0.]]
     */
    assign(value: Operand): this;
    /**
     * The elements where the mask is not 0, as a vector: NumPy's `a[mask]`. The mask has the shape of the array.
     *
     * @throws RangeError if the mask does not have the array's shape
     * @example
     * const a = np.array([3, -1, 4]);
     * a.extract(a.greater(0)); // [3. 4.]
     */
    extract(mask: Operand): NDArray;
    take(indices: Operand, axis?: number): NDArray;
    /**
     * The elements at several places at once, one array of indices per axis: NumPy's `a[np.arange(n), y]`. The arrays
     * broadcast, and their shape is the result's; axes that are left over follow it whole. A copy.
     *
     * @throws RangeError for more arrays than axes, arrays that do not broadcast, or an index out of bounds
     * @example
     * const a = np.array([[1, 2], [3, 4], [5, 6]]);
     * a.atEach(np.arange(3), [1, 0, 1]); // [2. 3. 6.]
     */
    atEach(...indices: [Operand, ...Operand[]]): NDArray;
    /**
     * Writes the last argument, broadcast, to several places at once, with one array of indices per axis before it:
     * NumPy's `a[np.arange(n), y] = value`.
     *
     * @throws RangeError for more arrays than axes, arrays that do not broadcast, an index out of bounds, or what
     * `broadcastTo` gave
     * @example
     * const a = np.zeros([3, 2]);
     * a.setEach(np.arange(3), [1, 0, 1], 7);
     * a; // [[0. 7.] [7. 0.] [0. 7.]]
     */
    setEach(...indicesAndValue: [Operand, Operand, ...Operand[]]): void;
  }
}

const methods = {
  slice(this: NDArray, ...indices: SliceIndex[]) {
    return sliceView(this, indices);
  },
  assign<A extends NDArray>(this: A, value: Operand) {
    assign(this, toNDArray("assign", value, "value"));
    return this;
  },
  extract(this: NDArray, mask: Operand) {
    return extract(mask, this);
  },
  atEach(this: NDArray, ...indices: Operand[]) {
    return readEach(this, indices);
  },
  setEach(this: NDArray, ...indicesAndValue: Operand[]) {
    writeEach(this, indicesAndValue.slice(0, -1), indicesAndValue[indicesAndValue.length - 1]);
  },
  take(this: NDArray, indices: Operand, axis?: number) {
    return taking.take(this, indices, axis);
  },
};

register(methods satisfies Partial<NDArray>);
