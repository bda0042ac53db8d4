import { listOfLengths } from "../argument";
import type { NDArray } from "../array";
import * as manipulation from "../manipulation";
import type { Shape } from "../shape";
import type { Axis } from "../types";
import type { Documentation } from "./Documentation";
import { register } from "./register";

declare module "../array" {
  interface NDArray extends Documentation<typeof manipulation, "ravel" | "squeeze" | "expandDims"> {
    /**
     * The same elements in another shape, in row-major order; one length may be -1 and is then computed. A view if the
     * array is contiguous, otherwise a copy.
     *
     * @throws RangeError if the shape does not hold exactly as many elements
     * @example
     * np.arange(6).reshape(2, -1); // [[0. 1. 2.] [3. 4. 5.]]
     * np.arange(6).reshape([2, -1]).shape; // [2, 3]
     */
    reshape(...shape: number[]): NDArray;
    reshape(shape: Shape): NDArray;
    /**
     * The axes in reverse order, or in the given one: shape (m, n) becomes (n, m). A view.
     *
     * @throws RangeError if the arguments do not name each axis once
     * @example
     * np.zeros([2, 3, 4]).transpose(0, 2, 1).shape; // [2, 4, 3]
     * np.zeros([2, 3, 4]).transpose([0, 2, 1]).shape; // [2, 4, 3]
     */
    transpose(...axes: number[]): NDArray;
    transpose(axes: readonly number[]): NDArray;
    /**
     * The axes in reverse order: shape (m, n) becomes (n, m). A view.
     *
     * @example
     * np.array([[1, 2, 3], [4, 5, 6]]).T; // [[1. 4.] [2. 5.] [3. 6.]]
     */
    readonly T: NDArray;
    ravel(): NDArray;
    squeeze(axis?: Axis | null): NDArray;
    expandDims(axis: Axis): NDArray;
  }
}

const methods = {
  reshape(this: NDArray, ...shape: (number | Shape)[]) {
    return manipulation.reshape(this, lengths("reshape", shape));
  },
  transpose(this: NDArray, ...axes: (number | Shape)[]) {
    return manipulation.transpose(this, axes.length ? lengths("transpose", axes) : undefined);
  },
  ravel(this: NDArray) {
    return manipulation.ravel(this);
  },
  squeeze(this: NDArray, axis?: Axis | null) {
    return manipulation.squeeze(this, axis);
  },
  expandDims(this: NDArray, axis: Axis) {
    return manipulation.expandDims(this, axis);
  },
};

/** Numbers one by one, or in one list, as NumPy takes them. */
function lengths(operation: string, given: readonly (number | Shape)[]): Shape {
  const [first] = given;
  if (given.length === 1 && Array.isArray(first)) return first;
  if (typeof first === "object") throw listOfLengths(operation, first);
  return given as Shape;
}

/** A getter cannot declare the type of its `this`. */
const getters: Pick<NDArray, "T"> & ThisType<NDArray> = {
  get T() {
    return manipulation.transpose(this);
  },
};

register(methods satisfies Partial<NDArray>);
register(getters);
