import { random } from "../random/random";
import * as arithmetic from "./arithmetic";
import * as comparison from "./comparison";
import * as create from "./create";
import * as linear from "./linear";
import * as manipulation from "./manipulation";
import * as reduction from "./reduction";
import { take } from "./take";
import * as unary from "./unary";
import { where } from "./where";

/**
 * NumPy's functions in camelCase, on 64-bit floats. Every function takes arrays, nested lists or numbers:
 *
 *     const z = np.array([[1, 2], [3, 4]]);
 *     np.divide(1, np.add(1, np.exp(np.negative(z))));
 */
export const np = {
  ...create,
  ...unary,
  ...arithmetic,
  ...comparison,
  ...reduction,
  ...linear,
  ...manipulation,
  take,
  where,
  random,
  pi: Math.PI,
  e: Math.E,
  inf: Infinity,
  nan: Number.NaN,
  newaxis: null,
};
