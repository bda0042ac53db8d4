import { expect } from "vitest";
import { type Run, runEdition } from "../../graders/authoring/execution/runEdition";
import type { Assignment } from "../../src/check/contract";
import { ownCourse } from "../ownCourse";

/** Runs a notebook with the solutions: to its end, with every graded function right and nothing waiting for one. */
export async function ranWithSolutions(assignment: Assignment): Promise<Run> {
  const run = await runEdition(ownCourse, assignment, "solutions");
  expect(run.failures).toEqual([]);
  expect(verdictsOf(run, "✓")).toEqual(assignment.functions.map(({ name }) => `✓ ${name} is correct`));
  expect(waitingIn(run)).toEqual([]);
  return run;
}

/** Runs a notebook as learners get it: to its end, saying what is not written, and so many times what waits for what. */
export async function ranAsHandedOut(assignment: Assignment, waiting: number): Promise<Run> {
  const run = await runEdition(ownCourse, assignment, "starter");
  expect(run.failures).toEqual([]);
  expect(verdictsOf(run, "○")).toEqual(assignment.functions.map(({ name }) => `○ ${name} is not implemented yet`));
  expect(waitingIn(run)).toHaveLength(waiting);
  return run;
}

function verdictsOf({ displays }: Run, mark: string): string[] {
  return displays.filter((text) => text?.startsWith(`${mark} `));
}

function waitingIn({ displays }: Run): string[] {
  return displays.filter((text) => text?.startsWith("Waiting for "));
}
