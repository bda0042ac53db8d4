import { test } from "vitest";
import { assignment } from "../../../src/assignments/03-deep-network/assignment";
import { expectAlternativesRight, expectMisconceptionsNamed } from "../soundChecks";

test("marks every unusual but correct solution as right, for 200 seeds", () =>
  expectAlternativesRight(assignment, 200));

test("names every misconception in each check that it fails, whatever the seed", () =>
  expectMisconceptionsNamed(assignment));
