import { RandomState } from "../random/RandomState";
import { type LabelledPoints, labelledPoints, noisy } from "./LabelledPoints";

/** Half the side of the square that the points lie in, so that each coordinate has a deviation of about 1. */
const extent = 1.75;
/** Standard deviation of the noise added to both coordinates after labelling. */
const noise = 0.23;
/** Share of the points that are given the wrong label. */
const mislabelled = 0.06;

export interface OverfittingSet {
  /** 211 points to learn from. */
  train: LabelledPoints;
  /** 200 points from the same distribution. */
  test: LabelledPoints;
}

/**
 * A few noisy points in the plane on which a network of 2-20-3-1 units overfits: two classes on either side of a smooth
 * curve, some points pushed across it, some with the wrong label. No classifier can get all of them right, and one that
 * tries does worse on the test points.
 */
export function overfittingSet(random = new RandomState(8)): OverfittingSet {
  return { train: draw(random, 211), test: draw(random, 200) };
}

function draw(random: RandomState, m: number): LabelledPoints {
  const x1 = random.uniform(-extent, extent, [m]).toTypedArray();
  const x2 = random.uniform(-extent, extent, [m]).toTypedArray();
  const wrong = random.rand(m).toTypedArray();
  const labels = Array.from(x1, (x, i) => Number(x2[i] > boundary(x) !== wrong[i] < mislabelled));
  return noisy(labelledPoints([...x1], [...x2], labels), noise, random);
}

function boundary(x: number): number {
  return 0.6 * x ** 2 - 0.65;
}
