import { random } from "../random/random";
import * as arithmetic from "./arithmetic";
import * as comparison from "./comparison";
import * as create from "./create";
import { einsum } from "./einsum";
import * as flips from "./flip";
import * as linear from "./linear";
import * as manipulation from "./manipulation";
import * as masks from "./mask";
import { norm } from "./norm";
import { pad } from "./pad";
import * as reduction from "./reduction";
import * as sorting from "./sort";
import { split } from "./split";
import { take } from "./take";
import * as tiles from "./tile";
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
  ...flips,
  ...masks,
  ...sorting,
  ...tiles,
  split,
  pad,
  take,
  where,
  einsum,
  norm,
  linalg: { norm },
  random,
  pi: Math.PI,
  e: Math.E,
  inf: Infinity,
  nan: Number.NaN,
  newaxis: null,
};
