import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { validate } from "../../graders/authoring/validate";
import { nameOf } from "../../graders/course/folderOf";
import { assignments } from "../../src/assignments";
import { ownCourse } from "../ownCourse";

const all = assignments.map((assignment) => ({ name: nameOf(assignment), assignment }));

// Alternatives are tried with each seed, here and nowhere else; `nablab validate` takes 200. Generous, for machines that
// are busy with something else.
test.each(all)("$name is sound, and its notebook runs", { timeout: 240_000 }, async ({ name, assignment }) => {
  // Most assignments have a test that runs the notebook, and knows what should come out.
  const own = ["notebook.test.ts", "notebook.long.test.ts"];
  const run = !own.some((file) => existsSync(join(__dirname, name, file)));
  const findings = await validate(ownCourse, assignment, { seed: 1, seeds: 50, run });
  expect(findings.filter(({ problems }) => problems.length > 0)).toEqual([]);
  expect(findings.length).toBeGreaterThan(9);
});
