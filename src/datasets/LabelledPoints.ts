import { NDArray } from "../core/NDArray";
import { take } from "../core/take";
import type { RandomState } from "../random/RandomState";

/** Points in the plane, each with a class; one column per example. */
export interface LabelledPoints {
  /** Coordinates, shape (2, m). */
  X: NDArray;
  /** Class of each point, shape (1, m). */
  Y: NDArray;
}

/** Columns from separate lists of coordinates and labels. */
export function labelledPoints(
  x1: readonly number[],
  x2: readonly number[],
  labels: readonly number[],
): LabelledPoints {
  const m = labels.length;
  return { X: NDArray.fromData([...x1, ...x2], [2, m]), Y: NDArray.fromData(labels, [1, m]) };
}

/** The points in random order, drawn as scikit-learn's `shuffle` draws it. */
export function shuffled({ X, Y }: LabelledPoints, random: RandomState): LabelledPoints {
  const order = random.permutation(Y.size);
  return { X: take(X, order, 1), Y: take(Y, order, 1) };
}

/** Normal noise on every coordinate, drawn point by point as scikit-learn draws it. */
export function noisy({ X, Y }: LabelledPoints, noise: number, random: RandomState): LabelledPoints {
  return { X: X.add(random.normal(0, noise, [Y.size, 2]).T), Y };
}
