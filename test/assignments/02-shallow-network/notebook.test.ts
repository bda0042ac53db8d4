import { expect, test } from "vitest";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { ranAsHandedOut, ranWithSolutions } from "../ranThrough";

test("with solutions, the notebook runs to the end, and every check passes", { timeout: 240_000 }, async () => {
  const { displays: plain, printed: text } = await ranWithSolutions(assignment);
  expect(plain.filter((line) => line.startsWith("Decision boundaries")).length).toBe(5);
  // Of 10,000 costs every 10th is drawn, and every 1000th printed.
  expect(plain).toContain('Line plot "Cost while learning" of cost against step, 0 to 9990: from 0.693 to 0.218');
  const printed = [...text.matchAll(/^Cost after iteration (\d+):/gm)].map(([, i]) => Number(i));
  expect(printed).toEqual([0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000]);
  // The course's cost at iteration 7000, and all seven hidden sizes.
  expect(text).toContain("Cost after iteration 7000: 0.217503654");
  expect(text).toMatch(/^50 +\d\d\.\d % +\d\d\.\d %$/m);
});

test("with nothing written yet, the notebook runs to the end too, and says what is missing", {
  timeout: 240_000,
}, async () => {
  await ranAsHandedOut(assignment, 10);
});
