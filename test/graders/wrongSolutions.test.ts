/** What learners get wrong costs points, in the function that is wrong and in no other. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createGrader, type FunctionResult, type Grader } from "../../graders";
import { folderOf } from "../../graders/course/folderOf";
import { assignments } from "../../src/assignments";
import { ownCourse } from "../ownCourse";
import { type Reference, readReference } from "./wrongSolutions/programs";
import type { WrongSolution } from "./wrongSolutions/WrongSolution";

const folder = join(__dirname, "wrongSolutions");
const lists = assignments.filter(({ slug }) => readdirSync(folder).includes(`${slug}.ts`));
const limits = { seconds: 5, memoryMB: 256 };

describe.each(lists.map((assignment) => ({ slug: assignment.slug, assignment })))(
  "$slug",
  async ({ slug, assignment }) => {
    const { wrongSolutions } = (await import(`./wrongSolutions/${slug}.ts`)) as { wrongSolutions: WrongSolution[] };
    let grader: Grader;
    let reference: Reference;

    beforeAll(async () => {
      grader = await createGrader(slug, { seed: 2026, limits });
      reference = readReference(join(folderOf(ownCourse, assignment), "staff"));
    }, 60_000);

    afterAll(() => grader.end());

    test.each(wrongSolutions)("$function: $fault", async (wrong) => {
      const { functions } = await grader.grade(reference.with(wrong));
      const lost = functions.filter(({ points, maxPoints }) => points < maxPoints);
      expect(lost.map(summary)).toEqual([expect.stringContaining(`${wrong.function}: `)]);
    });
  },
);

/** What a failure of the test shows: which checks a function lost, and what was said. */
function summary({ name, points, maxPoints, checks }: FunctionResult): string {
  const lost = checks.filter((check) => check.points < check.maxPoints);
  return `${name}: ${points}/${maxPoints} ${lost.map(({ id, message }) => `${id}: ${message}`).join("; ")}`;
}
