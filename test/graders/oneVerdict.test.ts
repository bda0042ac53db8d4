/** The same functions get the same verdict wherever they are judged, even if they use `np.random` without a seed. */
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { MutantThread } from "../../graders/authoring/mutation/MutantThread";
import { mutate } from "../../graders/authoring/mutation/mutate";
import { recordExpected } from "../../graders/authoring/recordExpected";
import { validate } from "../../graders/authoring/validate";
import * as folders from "../../graders/course/folderOf";
import * as staffOf from "../../graders/course/loadStaff";
import { assembleRun } from "../../graders/engine/assembleRun";
import type { GradingRun } from "../../graders/engine/GradingRun";
import { gradeSubmission } from "../../graders/engine/gradeSubmission";
import { recordedRun } from "../../graders/engine/recordedRun";
import { bundleReferee, bundleSandbox } from "../../graders/sandbox/host/bundle";
import type { Limits } from "../../graders/sandbox/host/limits";
import { openReaders } from "../../graders/sandbox/host/openReaders";
import { directStarter } from "../../graders/sandbox/host/ProcessStarter";
import type { AnyFunction, Assignment } from "../../src/check/contract";
import { prepareChecks } from "../../src/check/prepare";
import { encodeOutcome } from "../../src/check/wire";
import { checkFunction, checkFunctionAsync } from "../../src/notebook/checkFunction";
import { np } from "../../src/np";
import { assignment as made } from "../fixtures/random-assignment/assignment";
import { ownCourse } from "../ownCourse";

const folder = join(__dirname, "../fixtures/random-assignment");
const limits: Limits = { seconds: 10, memoryMB: 128 };

/** What learners write, as text, and what should be found about each function. */
interface Program {
  source: string;
  verdicts: Record<string, string>;
}

const right: Program = {
  source: `
    function noisy(x) { return x + np.random.randn(); }
    async function later(x) {
      let sum = x;
      for (let i = 0; i < 3; i++) { await null; sum += np.random.randn(); }
      return sum;
    }
    function seeded(x) { np.random.seed(3); return x + np.random.randn(); }`,
  verdicts: { noisy: "correct", later: "correct", seeded: "correct" },
};
const mistaken: Program = {
  source: `
    function noisy(x) { return x + np.random.rand(); }
    async function later(x) { await null; return x + np.random.randn(); }
    function seeded(x) { return x + np.random.randn(); }`,
  verdicts: { noisy: "noisy-uniform", later: "later-once", seeded: "seeded-not" },
};

let assignment: Assignment;
let staff: staffOf.Staff;
const runs = new Map<string, GradingRun>();

beforeAll(async () => {
  staff = await staffOf.loadStaffFrom(folder, made);
  np.random.seed(7);
  assignment = { ...made, recorded: JSON.parse(await recordExpected(made, staff)) };
  const [sandboxBundle, refereeBundle, readers] = [
    await bundleSandbox(),
    await bundleReferee(join(folder, "staff/solution.ts")),
    await openReaders(limits),
  ];
  const processes = { starter: directStarter, readers };
  const parts = { assignment, staff, sandboxBundle, refereeBundle, ...processes };
  runs.set("nablab check", await assembleRun(parts, { hidden: false, seed: 1, limits, cache: false }));
  runs.set("nablab grade", await assembleRun(parts, { hidden: true, seed: 1, limits, cache: false }));
  runs.set("nablab check in a release", recordedRun(assignment, sandboxBundle, limits, processes));
}, 60_000);

function load({ source, verdicts }: Program): Record<string, AnyFunction> {
  return new Function("np", `${source}\nreturn { ${Object.keys(verdicts).join(", ")} };`)(np);
}

async function inNotebook(program: Program): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, fn] of Object.entries(load(program))) {
    const check = name === "later" ? checkFunctionAsync : checkFunction;
    const { status, checks } = await check(assignment, name, fn);
    found[name] = checks[0].verdict.failure?.misconception?.id ?? status;
  }
  return found;
}

async function inRun(run: GradingRun, { source }: Program): Promise<Record<string, string>> {
  const handedIn = { extension: ".ts", load: () => Buffer.from(`import { np } from "nablab";\n${source}`) };
  const { result } = await gradeSubmission({ id: "ada", file: "ada.ts" }, handedIn, run);
  return Object.fromEntries(
    result.functions.map(({ name, status, checks }) => {
      const ids = new Set(checks.map(({ misconception }) => misconception ?? status));
      return [name, [...ids].join(", ")];
    }),
  );
}

describe.each([
  ["functions that are right", right],
  ["functions with known mistakes", mistaken],
])("%s", (_, program) => {
  test("are called so by check() in the notebook, whatever was drawn before", async () => {
    for (const seed of [1, 2]) {
      np.random.seed(seed);
      expect(await inNotebook(program)).toEqual(program.verdicts);
    }
  });

  test.each(["nablab check", "nablab grade", "nablab check in a release"])("are called so by %s", async (command) => {
    expect(await inRun(runs.get(command) as GradingRun, program)).toEqual(program.verdicts);
  });
});

test("check() in the notebook leaves np.random where it was", async () => {
  np.random.seed(5);
  const undisturbed = np.random.randn(3).tolist();
  np.random.seed(5);
  await inNotebook(right);
  expect(np.random.randn(3).tolist()).toEqual(undisturbed);
});

test("`nablab build` records what `nablab grade` expects, every time", async () => {
  np.random.seed(8);
  expect(JSON.parse(await recordExpected(made, staff))).toEqual(assignment.recorded);
  for (const { id, expected } of await prepareChecks(made, staff, { hidden: false, seed: 0 })) {
    expect(assignment.recorded[id].expected).toEqual(expected.map(encodeOutcome));
  }
});

test("`nablab validate` finds the solution right, hidden checks stable, and misconceptions named", async () => {
  vi.spyOn(staffOf, "loadStaff").mockResolvedValue(staff);
  vi.spyOn(folders, "folderOf").mockReturnValue(folder);
  const findings = await validate(ownCourse, assignment, { seed: 1, seeds: 5 });
  vi.restoreAllMocks();
  const proved = findings.filter(({ problems }) => problems.length === 0).map(({ what }) => what);
  expect(proved).toEqual(
    expect.arrayContaining([
      "the solution earns 100 %",
      '"the same" earns 100 %',
      "3 hidden checks are stable over 5 seeds",
      "3 misconceptions are caught and named",
    ]),
  );
});

test("`nablab validate --mutate` catches mutants, and neither the solution nor another right one", async () => {
  const { survivors } = await mutate(assignment, folder, { seed: 1, timeLimit: 5000 });
  // The one mutant that behaves like the reference.
  expect(survivors).toMatchObject([{ function: "later", before: "await null;", after: ";" }]);
  const thread = new MutantThread({ folder, seed: 1 }, 5000);
  const judge = async ({ source, verdicts }: Program) => {
    const names = Object.keys(verdicts);
    const module = `import { np } from "../../../../src/np";\n${source}\nexport { ${names.join(", ")} };`;
    const caughtBy: Record<string, string | null> = {};
    for (const name of names) caughtBy[name] = await thread.judge({ function: name, source: module });
    return caughtBy;
  };
  expect(await judge(right)).toEqual({ noisy: null, later: null, seeded: null });
  expect(await judge(mistaken)).toEqual({ noisy: "noisy.public", later: "later.public", seeded: "seeded.public" });
  await thread.end();
}, 60_000);
