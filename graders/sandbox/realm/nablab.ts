/**
 * What `import … from "nablab"` provides inside the sandbox: the numeric core, generated data sets, and stand-ins that
 * show nothing for what only makes sense in a notebook. Files are not read, so `loadMnist`, `loadH5` and `loadMat` only say so.
 * Checks and their expected outputs are not included.
 */
import { NotImplemented } from "../../../src/check/NotImplemented";
import { NDArray } from "../../../src/core/NDArray";
import { makeBlobs } from "../../../src/datasets/makeBlobs";
import { makeCircles } from "../../../src/datasets/makeCircles";
import { makeGaussianQuantiles } from "../../../src/datasets/makeGaussianQuantiles";
import { makeMoons } from "../../../src/datasets/makeMoons";
import { overfittingSet } from "../../../src/datasets/overfittingSet";
import { phoneDigits } from "../../../src/datasets/phoneDigits";
import { planarExtras } from "../../../src/datasets/planarExtras";
import { planarFlower } from "../../../src/datasets/planarFlower";
import { timeit } from "../../../src/notebook/timeit";
import { np } from "../../../src/np";
import { RandomState } from "../../../src/random/RandomState";
import { standInFor } from "./defineUnavailable";
import { quietNotebook } from "./quietNotebook";

export const nablab: Record<string, unknown> = {
  np,
  NDArray,
  RandomState,
  NotImplemented,
  ...{
    makeBlobs,
    makeCircles,
    makeGaussianQuantiles,
    makeMoons,
    overfittingSet,
    phoneDigits,
    planarExtras,
    planarFlower,
  },
  ...quietNotebook,
  timeit,
  loadMnist: standInFor("loadMnist", "files"),
  loadH5: standInFor("loadH5", "files"),
  loadMat: standInFor("loadMat", "files"),
};
