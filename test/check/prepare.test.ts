import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Assignment, HiddenCheck, PublicCheck } from "../../src/check/contract";
import { drawHidden, prepareChecks, recordedChecks } from "../../src/check/prepare";
import { RandomState } from "../../src/random/RandomState";

const check = (name: string): PublicCheck => ({
  id: `${name}.public`,
  function: name,
  title: "",
  points: 50,
  cases: () => [{ args: [3] }],
});
const hidden: HiddenCheck = {
  ...check("half"),
  id: "half.random",
  cases: (random) => [{ args: [random.uniform(0, 1)] }],
};
const assignment: Assignment = {
  number: 99,
  slug: "tiny",
  title: "",
  functions: [
    { name: "half", points: 50 },
    { name: "later", points: 50, async: true },
  ],
  checks: [check("half"), check("later")],
  recorded: {
    "half.public": { expected: [{ kind: "returned", value: 1.5, mutatedArgs: [] }], misconceptions: [] },
    "later.public": { expected: [{ kind: "returned", value: 4, mutatedArgs: [] }], misconceptions: [] },
  },
};
const reference = {
  solution: { half: (x: number) => x / 2, later: async (x: number) => x + 1 },
  misconceptions: [
    { id: "doubles", function: "half", message: "It doubles.", implementation: (x: number) => 2 * x },
    { id: "forgets", function: "later", message: "1 is missing.", implementation: async (x: number) => x },
  ],
  hiddenChecks: [hidden],
};

test("checks come with what the reference and the misconceptions of their function come to", async () => {
  const checks = await prepareChecks(assignment, reference, { hidden: false, seed: 0 });
  const returned = (value: number) => [{ kind: "returned", value, mutatedArgs: [] }];
  expect(checks).toMatchObject([
    { id: "half.public", hidden: false, async: false, expected: returned(1.5), variants: [{ id: "doubles" }] },
    { id: "later.public", hidden: false, async: true, expected: returned(4), variants: [{ id: "forgets" }] },
  ]);
  expect(checks.map(({ variants }) => variants[0].outcomes)).toEqual([returned(6), returned(3)]);
});

test("what was recorded prepares the same public checks, of all functions or of one", async () => {
  const checks = await prepareChecks(assignment, { ...reference, misconceptions: [] }, { hidden: false, seed: 0 });
  expect(recordedChecks(assignment)).toEqual(checks);
  expect(recordedChecks(assignment, "later")).toEqual([checks[1]]);
});

test("hidden checks come last; their inputs are those of the seed and the check's id, in every version", async () => {
  const [, , prepared] = await prepareChecks(assignment, reference, { hidden: true, seed: 2026 });
  const seed = createHash("sha256").update("2026 half.random").digest().readUInt32BE(0);
  expect(prepared).toMatchObject({ id: "half.random", hidden: true, cases: hidden.cases(new RandomState(seed)) });
  expect(await drawHidden(hidden, 2026)).toEqual(prepared.cases);
  expect(await drawHidden(hidden, 2027)).not.toEqual(prepared.cases);
});

test("a check without cases, and a function that the solution lacks, are mistakes", async () => {
  const empty = { ...assignment, checks: [{ ...check("half"), cases: () => [] }] };
  const options = { hidden: false, seed: 0 };
  await expect(prepareChecks(empty, reference, options)).rejects.toThrow("half.public: the check has no cases");
  const missing = { ...assignment, checks: [check("third")] };
  await expect(prepareChecks(missing, reference, options)).rejects.toThrow("the solution has no function third");
});
