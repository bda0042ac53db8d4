import { linspace } from "../core/create";
import type { RandomState } from "../random/RandomState";
import { random as shared } from "../random/random";
import { accurateCos, accurateSin } from "./accurateTrig";
import { type LabelledPoints, labelledPoints, noisy, shuffled } from "./LabelledPoints";

export interface MoonsOptions {
  /** Standard deviation of the noise on both coordinates. */
  noise?: number;
  random?: RandomState;
}

/**
 * Two interleaving half circles, as scikit-learn's `make_moons` draws them.
 *
 * @param m number of points
 * @returns X of shape (2, m) and Y of shape (1, m): 0 for the upper moon, 1 for the lower
 */
export function makeMoons(m = 100, options: MoonsOptions = {}): LabelledPoints {
  const { noise, random = shared } = options;
  const upperCount = Math.floor(m / 2);
  const upper = [...linspace(0, Math.PI, upperCount).data];
  const lower = [...linspace(0, Math.PI, m - upperCount).data];
  const x1 = [...upper.map(accurateCos), ...lower.map((angle) => 1 - accurateCos(angle))];
  const x2 = [...upper.map(accurateSin), ...lower.map((angle) => 1 - accurateSin(angle) - 0.5)];
  const points = shuffled(labelledPoints(x1, x2, [...upper.map(() => 0), ...lower.map(() => 1)]), random);
  return noise === undefined ? points : noisy(points, noise, random);
}
