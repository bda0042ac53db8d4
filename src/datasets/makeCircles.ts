import { linspace } from "../core/create";
import type { RandomState } from "../random/RandomState";
import { random as shared } from "../random/random";
import { accurateCos, accurateSin } from "./accurateTrig";
import { type LabelledPoints, labelledPoints, noisy, shuffled } from "./LabelledPoints";

export interface CirclesOptions {
  /** Standard deviation of the noise on both coordinates. */
  noise?: number;
  /** Radius of the inner circle; the outer one has radius 1. */
  factor?: number;
  random?: RandomState;
}

/**
 * A large circle (class 0) around a small one (class 1), as scikit-learn's `make_circles` draws them.
 *
 * @param m number of points
 * @returns X of shape (2, m) and Y of shape (1, m)
 */
export function makeCircles(m = 100, options: CirclesOptions = {}): LabelledPoints {
  const { noise, factor = 0.8, random = shared } = options;
  const outerCount = Math.floor(m / 2);
  const outer = [...linspace(0, 2 * Math.PI, outerCount, false).data];
  const inner = [...linspace(0, 2 * Math.PI, m - outerCount, false).data];
  const x1 = [...outer.map(accurateCos), ...inner.map((angle) => accurateCos(angle) * factor)];
  const x2 = [...outer.map(accurateSin), ...inner.map((angle) => accurateSin(angle) * factor)];
  const points = shuffled(labelledPoints(x1, x2, [...outer.map(() => 0), ...inner.map(() => 1)]), random);
  return noise === undefined ? points : noisy(points, noise, random);
}
