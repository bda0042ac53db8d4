import { expect, test } from "vitest";
import { judgeMutant } from "../../../graders/authoring/mutation/judgeMutant";
import { alternativesEarnAll, solutionEarnsAll } from "../../../graders/authoring/proofs/fullMarks";
import { hiddenChecksAreStable } from "../../../graders/authoring/proofs/hiddenChecksAreStable";
import { misconceptionsAreNamed } from "../../../graders/authoring/proofs/misconceptionsAreNamed";
import type { Proof } from "../../../graders/authoring/proofs/Proof";
import { referenceReturns } from "../../../graders/authoring/proofs/referenceReturns";
import { recordExpected } from "../../../graders/authoring/recordExpected";
import type { Staff } from "../../../graders/course/loadStaff";
import type { Assignment } from "../../../src/check/contract";
import { prepareChecks } from "../../../src/check/prepare";
import { ownCourse } from "../../ownCourse";

/** An assignment with one function that may return promises, and one that may not. */
const functions = [
  { name: "load", points: 50, async: true },
  { name: "plain", points: 50 },
];
const checks = functions.map(({ name }) => ({
  id: `${name}.public`,
  function: name,
  title: "",
  points: 25,
  cases: () => [{ args: [1] }, { args: [5] }],
}));
const assignment: Assignment = { number: 99, slug: "waiting", title: "", functions, checks, recorded: {} };
const load = async (n: number) => n + 1;
const plain = (n: number) => n;
const staff: Staff = {
  solution: { load, plain },
  misconceptions: [{ id: "forgot-one", function: "load", message: "1 is not added", implementation: async (n) => n }],
  alternatives: [{ title: "at once", functions: { load: (n: number) => n + 1, plain } }],
  hiddenChecks: functions.map(({ name }) => ({
    id: `${name}.hidden`,
    function: name,
    title: "",
    points: 25,
    cases: (random) => [{ args: [random.uniform(0, 1)] }],
  })),
};

async function problemsOf(proof: Proof, tried = staff): Promise<string[]> {
  const subject = {
    course: ownCourse,
    assignment,
    staff: tried,
    solutionSource: "",
    seeds: 3,
    checks: await prepareChecks(assignment, tried, { hidden: true, seed: 1 }),
  };
  return [await proof(subject)].flat().flatMap(({ problems }) => problems);
}

test("what asynchronous functions come to is recorded, and what their known mistakes come to", async () => {
  const recorded = JSON.parse(await recordExpected(assignment, staff));
  const returned = (value: number) => ({ kind: "returned", value, mutatedArgs: [] });
  expect(recorded["load.public"]).toEqual({
    expected: [returned(2), returned(6)],
    misconceptions: [{ id: "forgot-one", message: "1 is not added", outcomes: [returned(1), returned(5)] }],
  });
  expect(recorded["plain.public"].expected).toEqual([returned(1), returned(5)]);
});

test.each([
  ["the reference returns", referenceReturns],
  ["the solution earns all", solutionEarnsAll],
  ["alternatives earn all", alternativesEarnAll],
  ["misconceptions are named", misconceptionsAreNamed],
  ["hidden checks are stable", hiddenChecksAreStable],
])("of asynchronous functions, it can be proved that %s", async (_, proof) => {
  expect(await problemsOf(proof)).toEqual([]);
});

test("a promise from a function that is not declared asynchronous is a problem", async () => {
  const promising = { ...staff, solution: { load, plain: async (n: number) => n } };
  expect(await problemsOf(referenceReturns, promising)).toContainEqual(expect.stringContaining("a Promise"));
});

test("a mutant of an asynchronous function is waited for", async () => {
  const checks = await prepareChecks(assignment, staff, { hidden: true, seed: 1 });
  const judge = (result: string) =>
    judgeMutant(
      { source: `export const load = async (n) => { await null; return ${result}; };`, function: "load" },
      __filename,
      assignment,
      checks,
    );
  expect(await judge("n + 1")).toBeNull();
  expect(await judge("n - 1")).toBe("load.public");
});
