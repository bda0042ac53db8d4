import { beforeAll, expect, test, vi } from "vitest";
import * as building from "../../../graders/authoring/notebook/buildNotebook";
import { validate } from "../../../graders/authoring/validate";
import * as staffOf from "../../../graders/course/loadStaff";
import { assignment } from "../../../src/assignments/01-logistic-regression/assignment";
import type { Assignment } from "../../../src/check/contract";
import { ownCourse } from "../../ownCourse";

let staff: staffOf.Staff;

beforeAll(async () => {
  staff = await staffOf.loadStaff(ownCourse, assignment);
});

/** The problems that validate finds after a change to the assignment or its staff folder. */
async function problemsWith(changedStaff: Partial<staffOf.Staff>, changed: Partial<Assignment> = {}): Promise<string> {
  vi.spyOn(staffOf, "loadStaff").mockResolvedValue({ ...staff, ...changedStaff });
  try {
    const findings = await validate(ownCourse, { ...assignment, ...changed }, { seed: 1, seeds: 1 });
    return findings.flatMap(({ problems }) => problems).join("\n");
  } finally {
    vi.restoreAllMocks();
  }
}

test("points that do not add up are found", async () => {
  const [first, ...rest] = assignment.functions;
  const problems = await problemsWith({}, { functions: [{ ...first, points: 12 }, ...rest] });
  expect(problems).toContain("the functions have 102 points, not 100");
  expect(problems).toContain("sigmoid has 12 points, its checks have 10");
});

test("a function without hidden checks, and an id used twice, are found", async () => {
  const hiddenChecks = staff.hiddenChecks.filter((check) => check.function !== "predict");
  expect(await problemsWith({ hiddenChecks })).toContain("predict has no hidden check");
  const misconceptions = [...staff.misconceptions, staff.misconceptions[0]];
  expect(await problemsWith({ misconceptions })).toContain("the id lr-sigmoid-sign is used twice");
});

test("a static rule whose id is taken is found", async () => {
  const rules = [{ id: "sigmoid.course", message: "", loopDepth: 0 }];
  const [first, ...rest] = assignment.functions;
  expect(await problemsWith({}, { functions: [{ ...first, rules }, ...rest] })).toBe(
    "the id sigmoid.course is used twice",
  );
});

test("an alternative that is marked wrong is found", async () => {
  const wrong = { title: "wrong", functions: { ...staff.solution, predict: () => 1 } };
  expect(await problemsWith({ alternatives: [wrong] })).toContain(
    "predict.course, case 1: incorrect: The result: expected an array of shape (1, 3), got",
  );
});

test("a misconception that nothing catches, and one that is taken for another, are found", async () => {
  const right = { id: "x-right", function: "sigmoid", message: "", implementation: staff.solution.sigmoid };
  const twin = { ...staff.misconceptions[0], id: "x-twin" };
  const problems = await problemsWith({ misconceptions: [...staff.misconceptions, right, twin] });
  expect(problems).toContain("x-right passes the public checks");
  expect(problems).toContain("x-twin is taken for lr-sigmoid-sign");
});

test("a file of staff/ that cannot be loaded, and a proof that throws, are problems like others", async () => {
  const options = { seed: 1, seeds: 1 };
  vi.spyOn(staffOf, "loadStaff").mockRejectedValueOnce(new Error("Cannot find module './x'\nRequire stack:\n- y"));
  expect(await validate(ownCourse, assignment, options)).toEqual([
    { what: "the assignment's files can be loaded", problems: ["Cannot find module './x'"] },
  ]);
  vi.spyOn(building, "buildNotebook").mockRejectedValue(new Error("it is odd\nthe rest"));
  const findings = await validate(ownCourse, assignment, options);
  vi.restoreAllMocks();
  expect(findings).toContainEqual({ what: "staff stays inside", problems: ["it is odd"] });
  // The proofs after it go on.
  const rules = "the reference keeps the static rules, and every rule notices a loop too many";
  expect(findings).toContainEqual({ what: rules, problems: [] });
});
