import type { NDArray } from "./array";

/** A nested list such as `[[1, 2], [3, 4]]`; arrays may be among its elements, as in `np.array([a, b])`. */
export type Nested = number | boolean | NDArray | TypedArray | readonly Nested[];

/** `Float64Array`, `Uint8Array` and their kin, also those that a TypeScript of some years ago has no name for. */
export type TypedArray = ArrayBufferView & ArrayLike<number | bigint>;

/** What an `np` function takes wherever NumPy takes an array: an array, a nested list or a plain number. */
export type Operand = Nested | TypedArray;

/** An axis or several; negative ones count from the end. */
export type Axis = number | readonly number[];

/** Of an argument of type `any` nothing is known, and nothing is claimed of the result. */
type UnlessAny<A, Result> = 0 extends 1 & A ? A : Result;

/** Element-wise functions give a number for a number and an array for everything else. */
export type Like<A> = UnlessAny<A, A extends number | boolean ? number : NDArray>;

/** Result of an element-wise function of two operands: a number only if both are numbers. */
export type Like2<A, B> = UnlessAny<A, A extends number | boolean ? Like<B> : NDArray>;

export type NDArrayOrNumber = NDArray | number;

/** Nested lists of numbers, as `tolist` gives them. */
export type List = number | List[];
