import { test } from "vitest";
import { assignment } from "../../../src/assignments/03-deep-network/assignment";
import { expectMisconceptionsNamed } from "../soundChecks";

test("names every misconception in each check that it fails, whatever the seed", () =>
  // Keys in an unusual order take an input made for it.
  expectMisconceptionsNamed(assignment, ["deep-forward-keys-as-text", "deep-forward-order-of-keys"]));
