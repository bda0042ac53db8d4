import { test } from "vitest";
import { assignment } from "../../../src/assignments/08-frameworks/assignment";
import { expectMisconceptionsNamed } from "../soundChecks";

test("every misconception fails public and hidden checks, and is named in each of them, whatever the seed", async () => {
  await expectMisconceptionsNamed(assignment);
});
