import { expect, it } from "vitest";
import type { LabelledPoints } from "../../src/datasets/LabelledPoints";
import { makeCircles } from "../../src/datasets/makeCircles";
import { makeMoons } from "../../src/datasets/makeMoons";
import { planarExtras } from "../../src/datasets/planarExtras";
import { planarFlower } from "../../src/datasets/planarFlower";
import { RandomState } from "../../src/random/RandomState";
import golden from "../golden/datasets.json";

interface Recorded {
  X: { data: number[]; shape: number[] };
  Y: { data: number[]; shape: number[] };
}

function expectIdentical(points: LabelledPoints, recorded: Recorded): void {
  expect(points.X.shape).toEqual(recorded.X.shape);
  expect(points.Y.shape).toEqual(recorded.Y.shape);
  expect([...points.X.toTypedArray()]).toEqual(recorded.X.data);
  expect([...points.Y.toTypedArray()]).toEqual(recorded.Y.data);
}

it("draws the flower bit for bit as the course does", () => {
  expectIdentical(planarFlower(), golden.planar_flower);
});

it("draws circles and moons bit for bit as scikit-learn does", () => {
  const circles = (m: number, seed: number): LabelledPoints =>
    makeCircles(m, { noise: 0.05, random: new RandomState(seed) });
  expectIdentical(circles(300, 1), golden.circles_train);
  expectIdentical(circles(100, 2), golden.circles_test);
  expectIdentical(makeMoons(300, { noise: 0.2, random: new RandomState(3) }), golden.moons);
});

it.each(["seed1", "notebookOrder"] as const)("draws the five extra sets bit for bit from the state %s", (state) => {
  const random = new RandomState(state === "seed1" ? 1 : 2);
  if (state === "notebookOrder") {
    random.randn(50, 2);
    random.randn(1, 50);
  }
  const extras = planarExtras(random);
  const recorded = golden[`planar_extra_${state}`];
  expectIdentical(extras.noisyCircles, recorded.noisy_circles);
  expectIdentical(extras.noisyMoons, recorded.noisy_moons);
  expectIdentical(extras.blobs, recorded.blobs);
  expectIdentical(extras.gaussianQuantiles, recorded.gaussian_quantiles);
  expect([...extras.noStructure[0].toTypedArray()]).toEqual(recorded.no_structure.X.data);
  expect([...extras.noStructure[1].toTypedArray()]).toEqual(recorded.no_structure.Y.data);
});
