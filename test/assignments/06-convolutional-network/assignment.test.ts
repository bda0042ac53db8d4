import { test } from "vitest";
import { assignment } from "../../../src/assignments/06-convolutional-network/assignment";
import { expectAlternativesRight, expectMisconceptionsNamed } from "../soundChecks";

test("every unusual but correct solution is marked as right, for 50 seeds", async () => {
  await expectAlternativesRight(assignment, 50);
}, 120_000);

test("every misconception fails public and hidden checks, and is named in each of them, whatever the seed", async () => {
  await expectMisconceptionsNamed(assignment);
}, 60_000);
