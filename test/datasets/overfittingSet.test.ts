import { expect, it } from "vitest";
import { overfittingSet } from "../../src/datasets/overfittingSet";
import { np } from "../../src/np";
import { RandomState } from "../../src/random/RandomState";

it("draws 211 and 200 points in the plane, about as many of each class, of mean 0 and deviation 1", () => {
  const { train, test } = overfittingSet();
  expect([train.X.shape, train.Y.shape, test.X.shape, test.Y.shape]).toEqual([
    [2, 211],
    [1, 211],
    [2, 200],
    [1, 200],
  ]);
  for (const { X, Y } of [train, test]) {
    expect(np.arrayEqual(np.multiply(Y, Y), Y)).toBe(true);
    expect(Math.abs(np.mean(Y) - 0.5)).toBeLessThan(0.15);
    expect(np.max(np.abs(np.mean(X, 1)))).toBeLessThan(0.2);
    expect(np.max(np.abs(np.subtract(np.std(X, 1), 1)))).toBeLessThan(0.15);
  }
});

it("draws the same points every time, and others from another seed", () => {
  expect(np.arrayEqual(overfittingSet().train.X, overfittingSet().train.X)).toBe(true);
  expect(np.arrayEqual(overfittingSet().train.X, overfittingSet(new RandomState(99)).train.X)).toBe(false);
});
