import type { RandomState } from "../random/RandomState";
import { random as shared } from "../random/random";
import { type LabelledPoints, labelledPoints, shuffled } from "./LabelledPoints";

export interface GaussianQuantilesOptions {
  /** Variance of both coordinates. */
  covariance?: number;
  classes?: number;
  random?: RandomState;
}

/**
 * One round normal cloud cut into nested rings of equal size, as scikit-learn's `make_gaussian_quantiles` draws it.
 *
 * @param m number of points
 * @returns X of shape (2, m) and Y of shape (1, m), class 0 innermost
 */
export function makeGaussianQuantiles(m = 100, options: GaussianQuantilesOptions = {}): LabelledPoints {
  const { covariance = 1, classes = 3, random = shared } = options;
  const deviation = Math.sqrt(covariance);
  const points = Array.from({ length: m }, () => [deviation * random.randn(), deviation * random.randn()]);
  const distance = ([x, y]: number[]): number => x * x + y * y;
  points.sort((p, q) => distance(p) - distance(q));
  const step = Math.floor(m / classes);
  const labels = points.map((_, i) => Math.min(classes - 1, Math.floor(i / step)));
  const inOrder = labelledPoints(
    points.map((p) => p[0]),
    points.map((p) => p[1]),
    labels,
  );
  return shuffled(inOrder, random);
}
