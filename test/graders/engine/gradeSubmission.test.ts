import { expect, test } from "vitest";
import { gradeEntry, gradeSubmission } from "../../../graders/engine/gradeSubmission";
import { prepareRun } from "../../../graders/engine/prepareRun";
import { defaultLimits } from "../../../graders/sandbox/host/limits";
import { assignments } from "../../../src/assignments";
import { ownCourse } from "../../ownCourse";

const preparing = prepareRun(ownCourse, assignments[0], {
  hidden: false,
  seed: 1,
  limits: defaultLimits,
  cache: false,
});

test("A grader fault is told without the folders in which the grader or the class lies", async () => {
  const load = () => {
    throw new Error(
      "ENOENT: no such file or directory, open '/home/ada/class of 2026/x.ts' (in /opt/nablab/graders/y.ts:3:5)",
    );
  };
  const { result } = await gradeSubmission({ id: "x", file: "x.ts" }, { extension: ".ts", load }, await preparing);
  expect(result).toMatchObject({
    status: "grader-fault",
    error: "ENOENT: no such file or directory, open 'x.ts' (in y.ts:3:5)",
  });
});

test("A file that nobody has named for results is shown by its name alone", async () => {
  const { result } = await gradeEntry({ id: "x", file: "/nowhere/class/x.ts" }, await preparing);
  expect(result).toMatchObject({ file: "x.ts", status: "not-gradable", error: "does not exist" });
});
