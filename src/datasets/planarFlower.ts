import { linspace } from "../core/create";
import { RandomState } from "../random/RandomState";
import { accurateCos, accurateSin } from "./accurateTrig";
import { type LabelledPoints, labelledPoints } from "./LabelledPoints";

/**
 * The course's "flower": two classes of petals that no straight line separates.
 *
 * @param m number of points, even
 * @returns X of shape (2, m) and Y of shape (1, m): 0 (red) for the first half, 1 (blue) for the second
 */
export function planarFlower(m = 400, random = new RandomState(1)): LabelledPoints {
  const perClass = Math.floor(m / 2);
  const petals = 4;
  const x1: number[] = [];
  const x2: number[] = [];
  const labels: number[] = [];
  for (let label = 0; label < 2; label++) {
    const angles = linspace(label * 3.12, (label + 1) * 3.12, perClass).add(random.randn(perClass).multiply(0.2)).data;
    const noise = random.randn(perClass).multiply(0.2).data;
    angles.forEach((angle, i) => {
      const radius = petals * accurateSin(4 * angle) + noise[i];
      x1.push(radius * accurateSin(angle));
      x2.push(radius * accurateCos(angle));
      labels.push(label);
    });
  }
  return labelledPoints(x1, x2, labels);
}
