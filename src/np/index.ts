import "../core/methods";
import * as functions from "./functions";

type Functions = typeof functions;

/** Makes the compiler use this name in messages, and not the path of a file. */
export interface np extends Functions {}

/**
 * NumPy's functions in camelCase, on 64-bit floats. Every function takes arrays, nested lists or numbers, and throws a
 * RangeError for lists that are not rectangular.
 *
 * Views, which share memory with the array they come from: `transpose`, `split`, `flip`, `squeeze`, `expandDims`,
 * `broadcastTo`, and `reshape` and `ravel` of an array without gaps. All other results are new arrays.
 *
 * @example
 * const z = np.array([[1, 2], [3, 4]]);
 * np.divide(1, np.add(1, np.exp(np.negative(z)))); // [[0.73105858 0.88079708] [0.95257413 0.98201379]]
 * z.negative().exp().add(1); // [[1.36787944 1.13533528] [1.04978707 1.01831564]]
 */
// A module's exports are getters once compiled; reading plain values is faster in a loop.
export const np: np = Object.freeze({ ...functions });
