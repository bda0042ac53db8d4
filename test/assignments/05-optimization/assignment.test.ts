import { test } from "vitest";
import { assignment } from "../../../src/assignments/05-optimization/assignment";
import { expectAlternativesRight, expectMisconceptionsNamed } from "../soundChecks";

test("every unusual but correct solution is marked as right, for 200 seeds", async () => {
  await expectAlternativesRight(assignment, 200);
}, 120_000);

test("every misconception fails public and hidden checks, and is named in each of them, whatever the seed", async () => {
  await expectMisconceptionsNamed(assignment);
});
