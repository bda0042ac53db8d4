import { listOfLengths } from "../argument";
import type { NDArray } from "../array";
import * as manipulation from "../manipulation";
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
     */
    reshape(...shape: number[]): NDArray;
    /**
     * The axes in reverse order, or in the given one: shape (m, n) becomes (n, m). A view.
     *
     * @throws RangeError if the arguments do not name each axis once
     * @example
     * np.zeros([2, 3, 4]).transpose(0, 2, 1).shape; // [2, 4, 3]
     */
    transpose(...axes: number[]): NDArray;
    /**
     * The axes in reverse order: shape (m, n) becomes (n, m). A view.
     *
     * @example
     * np.array([[1, 2, 3], [4, 5, 6]]).T; // [[1. 4.] [2. 5.] [3. 6.]]
     */
    readonly T: NDArray;
    ravel(): NDArray;
    squeeze(axis?: Axis): NDArray;
    expandDims(axis: Axis): NDArray;
  }
}

const methods = {
  reshape(this: NDArray, ...shape: number[]) {
    if (typeof shape[0] === "object") throw listOfLengths("reshape", shape[0]);
    return manipulation.reshape(this, shape);
  },
  transpose(this: NDArray, ...axes: number[]) {
    if (typeof axes[0] === "object") throw listOfLengths("transpose", axes[0]);
    return manipulation.transpose(this, axes.length ? axes : undefined);
  },
  ravel(this: NDArray) {
    return manipulation.ravel(this);
  },
  squeeze(this: NDArray, axis?: Axis) {
    return manipulation.squeeze(this, axis);
  },
  expandDims(this: NDArray, axis: Axis) {
    return manipulation.expandDims(this, axis);
  },
};

/** A getter cannot declare the type of its `this`. */
const getters: Pick<NDArray, "T"> & ThisType<NDArray> = {
  get T() {
    return manipulation.transpose(this);
  },
};

register(methods satisfies Partial<NDArray>);
register(getters);
