import "./methods";

/**
 * NumPy's functions in camelCase, on 64-bit floats. Every function takes arrays, nested lists or numbers:
 *
 *     const z = np.array([[1, 2], [3, 4]]);
 *     np.divide(1, np.add(1, np.exp(np.negative(z))));
 *
 * Views, which share memory with the array they come from: `transpose`, `slice`, `split`, `flip`, `squeeze`,
 * `expandDims`, `broadcastTo`, and `reshape` and `ravel` of an array without gaps. All other results are new arrays.
 */
export * as np from "./functions";
