import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/04-initialization-regularization-gradient-checking/assignment";
import models from "../../golden/init-models.json";
import { ranAsHandedOut, ranWithSolutions } from "../ranThrough";

test("with solutions, the notebook runs to the end, with the published circles and visible regularization", {
  timeout: 300_000,
}, async () => {
  const { displays: plain, printed: text } = await ranWithSolutions(assignment);
  expect(plain.filter((line) => line.startsWith("Decision boundaries")).length).toBe(3);

  // The circles of the course: its costs every 3000 iterations, and its accuracies from zeros, large numbers and He's.
  for (const { measured } of models) {
    for (const iteration of ["0", "3000", "6000", "9000", "12000"] as const) {
      const published = measured.costs[iteration].toString().slice(0, 14);
      expect(text).toContain(`Cost after iteration ${iteration}: ${published}`);
    }
  }
  const accuracies = [...text.matchAll(/Accuracy: (\S+) % on the training set, (\S+) % on the test set/g)];
  expect(accuracies.map(([, training, test]) => `${training} ${test}`)).toEqual([
    "50.0 50.0",
    "83.0 86.0",
    "99.3 96.0",
  ]);

  const overfitted = accuracyOf(text, "No regularization");
  expect(overfitted.training - overfitted.test).toBeGreaterThan(8);
  for (const name of ["L2 with λ = 0.7", "Dropout, keepProb = 0.86"]) {
    const regularized = accuracyOf(text, name);
    expect(regularized.test - overfitted.test, name).toBeGreaterThan(3);
    expect(overfitted.training - regularized.training, name).toBeGreaterThan(1);
  }

  // The figures in the text: the final cost by rate, and the accuracy by λ, with its best in between.
  for (const line of ["α = 0.03: raw 0.577, normalized 0.143", "α = 0.3: raw 0.693, normalized 0.018"])
    expect(text).toContain(line);
  const dev = [...text.matchAll(/^λ = \S+ +training \S+ % +dev (\S+) %$/gm)].map(([, percent]) => Number(percent));
  expect(dev).toHaveLength(6);
  expect(dev.indexOf(Math.max(...dev))).toBe(3);
  expect(text).toContain("There is a mistake in the gradients: the difference is 0.28509");
  expect(text).toMatch(/The gradients look right: the difference is 1\.19\d+e-7/);
});

test("with nothing written yet, the notebook runs to the end too, and says what is missing", {
  timeout: 120_000,
}, async () => {
  await ranAsHandedOut(assignment, 11);
});

function accuracyOf(text: string, name: string): { training: number; test: number } {
  const [, training, test] = new RegExp(`${name} *: (\\S+) % on the training set, (\\S+) %`).exec(text) ?? [];
  return { training: Number(training), test: Number(test) };
}
