import { describe, expect, test } from "vitest";
import { createGrader } from "../../../graders";
import { buildNotebook } from "../../../graders/authoring/notebook/buildNotebook";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";

describe.each(assignments.map((assignment) => ({ slug: assignment.slug, assignment })))("$slug", ({ assignment }) => {
  test("the notebook with its solutions gets all points, as it was handed out none, through the sandbox", async () => {
    const grader = await createGrader(assignment.slug, { seed: 11 });
    const solved = await grader.grade(await buildNotebook(ownCourse, assignment, "solutions"));
    expect(solved).toMatchObject({ status: "graded", score: 100, maxScore: 100 });
    const handedOut = await grader.grade(await buildNotebook(ownCourse, assignment, "starter"));
    expect(handedOut).toMatchObject({ status: "graded", score: 0 });
    for (const { status } of handedOut.functions) expect(status).toBe("not-implemented");
  }, 120_000);
});
