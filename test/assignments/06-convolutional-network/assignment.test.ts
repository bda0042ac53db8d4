import { test } from "vitest";
import { assignment } from "../../../src/assignments/06-convolutional-network/assignment";
import { expectAlternativesRight, expectMisconceptionsNamed } from "../hiddenChecks";

test("every unusual but correct solution is marked as right, for 50 seeds", async () => {
  await expectAlternativesRight(assignment, 50);
}, 120_000);

test("every misconception fails a hidden check as well, under its own name, whatever the seed", async () => {
  await expectMisconceptionsNamed(assignment);
}, 60_000);
