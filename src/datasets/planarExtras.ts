import type { NDArray } from "../core/NDArray";
import { RandomState } from "../random/RandomState";
import { random as shared } from "../random/random";
import type { LabelledPoints } from "./LabelledPoints";
import { makeBlobs } from "./makeBlobs";
import { makeCircles } from "./makeCircles";
import { makeGaussianQuantiles } from "./makeGaussianQuantiles";
import { makeMoons } from "./makeMoons";

export interface PlanarExtras {
  noisyCircles: LabelledPoints;
  noisyMoons: LabelledPoints;
  /** Six clouds in two classes. */
  blobs: LabelledPoints;
  gaussianQuantiles: LabelledPoints;
  /** Two independent sets of uniform points, shape (2, 200) each; there is nothing to learn. */
  noStructure: [NDArray, NDArray];
}

/** The five sets of 200 points on which to try the shallow network after the flower. */
export function planarExtras(random: RandomState = shared): PlanarExtras {
  const m = 200;
  const noisyCircles = makeCircles(m, { factor: 0.5, noise: 0.3, random });
  const noisyMoons = makeMoons(m, { noise: 0.2, random });
  const blobs = makeBlobs(m, { centers: 6, random: new RandomState(5) });
  const gaussianQuantiles = makeGaussianQuantiles(m, { covariance: 0.5, classes: 2, random });
  const noStructure: [NDArray, NDArray] = [random.rand(m, 2).T, random.rand(m, 2).T];
  return { noisyCircles, noisyMoons, blobs: { X: blobs.X, Y: blobs.Y.mod(2) }, gaussianQuantiles, noStructure };
}
