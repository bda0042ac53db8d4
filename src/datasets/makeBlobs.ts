import type { RandomState } from "../random/RandomState";
import { random as shared } from "../random/random";
import { type LabelledPoints, labelledPoints, shuffled } from "./LabelledPoints";

export interface BlobsOptions {
  /** Number of clouds, i.e. of classes. */
  centers?: number;
  /** Standard deviation of each cloud. */
  deviation?: number;
  random?: RandomState;
}

/**
 * Round clouds of points around random centers in [-10, 10) x [-10, 10), as scikit-learn's `make_blobs` draws them.
 *
 * @param m number of points
 * @returns X of shape (2, m) and Y of shape (1, m), classes 0 to centers - 1
 */
export function makeBlobs(m = 100, options: BlobsOptions = {}): LabelledPoints {
  const { centers = 3, deviation = 1, random = shared } = options;
  const middles = random.uniform(-10, 10, [centers, 2]);
  const x1: number[] = [];
  const x2: number[] = [];
  const labels: number[] = [];
  for (let c = 0; c < centers; c++) {
    const count = Math.floor(m / centers) + (c < m % centers ? 1 : 0);
    for (let i = 0; i < count; i++) {
      x1.push(random.normal(middles.at(c, 0), deviation));
      x2.push(random.normal(middles.at(c, 1), deviation));
      labels.push(c);
    }
  }
  return shuffled(labelledPoints(x1, x2, labels), random);
}
