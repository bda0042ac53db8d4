import { test } from "vitest";
import { assignment } from "../../../src/assignments/03-deep-network/assignment";
import { expectMisconceptionsNamed } from "../soundChecks";

test("names every misconception in each check that it fails, whatever the seed", () =>
  expectMisconceptionsNamed(assignment));
