import { NDArray } from "../array";
import { copy, flatten, toTypedArray } from "../copy";
import { format } from "../format";
import { toHtml } from "../html";
import { toList } from "../toList";
import type { List } from "../types";
import { register } from "./register";

declare module "../array" {
  interface NDArray {
    /**
     * A new row-major array with the same shape and elements.
     *
     * @example
     * const a = np.array([1, 2]);
     * const b = a.copy();
     * b.set(0, 7);
     * a; // [1. 2.]
     */
    copy(): NDArray;
    /**
     * The elements in row-major order as a new vector of shape (size,).
     *
     * @example
     * np.array([[1, 2], [3, 4]]).flatten(); // [1. 2. 3. 4.]
     */
    flatten(): NDArray;
    /**
     * Calls a function on every element and returns the results as a new array of the same shape; slower than an `np`
     * function.
     *
     * @example
     * np.array([1, 2, 3]).map((x) => 10 * x + 1); // [11. 21. 31.]
     */
    map(f: (value: number) => number): NDArray;
    /**
     * The elements in row-major order, copied.
     *
     * @example
     * np.array([[1, 2], [3, 4]]).T.toTypedArray(); // Float64Array [1, 3, 2, 4]
     */
    toTypedArray(): Float64Array;
    /**
     * Nested lists of numbers, nested as deep as the array has axes; a plain number for a 0-dimensional array.
     *
     * @example
     * np.array([[1, 2], [3, 4]]).tolist(); // [[1, 2], [3, 4]]
     */
    tolist(): List;
    /**
     * What `JSON.stringify` writes: nested lists of numbers, with null for NaN and the infinities.
     *
     * @example
     * JSON.stringify(np.array([[1, 2], [3, 4]])); // [[1,2],[3,4]]
     */
    toJSON(): List;
    /**
     * The array as NumPy prints it, with at most 8 decimals; beyond 1000 elements, only those at the edges.
     *
     * @example
     * np.array([1, 0.5]).toString(); // [1.  0.5]
     */
    toString(): string;
  }
}

const methods = {
  copy(this: NDArray) {
    return copy(this);
  },
  flatten(this: NDArray) {
    return flatten(this);
  },
  map(this: NDArray, f: (value: number) => number) {
    return new NDArray(toTypedArray(this).map(f), this.shape);
  },
  toTypedArray(this: NDArray) {
    return toTypedArray(this);
  },
  tolist(this: NDArray) {
    return toList(this);
  },
  toJSON(this: NDArray) {
    return toList(this);
  },
  toString(this: NDArray) {
    return format(this);
  },
};

/** How Node's `console.log` and a notebook's output show an array. */
const shown = {
  [Symbol.for("nodejs.util.inspect.custom")](this: NDArray): string {
    return format(this);
  },
  [Symbol.for("nablab.mime")](this: NDArray): Record<string, string> {
    const plain = { "text/plain": format(this) };
    return this.ndim === 1 || this.ndim === 2 ? { ...plain, "text/html": toHtml(this) } : plain;
  },
};

register(methods satisfies Partial<NDArray>);
register(shown);
