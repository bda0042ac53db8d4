/**
 * What `import … from "nablab"` provides inside the sandbox: the numeric core, generated data sets, and stand-ins that
 * do nothing for what only makes sense in a notebook. Files are not read, so `loadMnist` and `loadH5` are missing.
 * Checks and their expected outputs are not included.
 */
import { NotImplemented } from "../../../src/check/NotImplemented";
import { NDArray } from "../../../src/core/NDArray";
import { makeBlobs } from "../../../src/datasets/makeBlobs";
import { makeCircles } from "../../../src/datasets/makeCircles";
import { makeGaussianQuantiles } from "../../../src/datasets/makeGaussianQuantiles";
import { makeMoons } from "../../../src/datasets/makeMoons";
import { overfittingSet } from "../../../src/datasets/overfittingSet";
import { planarExtras } from "../../../src/datasets/planarExtras";
import { planarFlower } from "../../../src/datasets/planarFlower";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";

const nothing = (): undefined => undefined;

export const nablab: Record<string, unknown> = {
  np,
  NDArray,
  RandomState,
  NotImplemented,
  ...{ makeBlobs, makeCircles, makeGaussianQuantiles, makeMoons, overfittingSet, planarExtras, planarFlower },
  check: nothing,
  ready: () => false,
  useAssignment: nothing,
  display: nothing,
  plot: new Proxy({}, { get: () => nothing }),
  timeit: nothing,
  progress: <T>(items: T): T => items,
};
