import { describe, expect, it } from "vitest";
import { constantsEarnNothing } from "../../../../graders/authoring/proofs/constantsEarnNothing";
import { defaultsAreUsed } from "../../../../graders/authoring/proofs/defaultsAreUsed";
import { functionsAreDocumented } from "../../../../graders/authoring/proofs/functionsAreDocumented";
import { hiddenChecksAreStable } from "../../../../graders/authoring/proofs/hiddenChecksAreStable";
import type { Proof, Subject } from "../../../../graders/authoring/proofs/Proof";
import { slipsAreNoticed } from "../../../../graders/authoring/proofs/slipsAreNoticed";
import { leaks } from "../../../../graders/authoring/proofs/staffStaysInside";
import { tolerancesAreFair } from "../../../../graders/authoring/proofs/tolerancesAreFair";
import { usesAreDeclared } from "../../../../graders/authoring/proofs/usesAreDeclared";
import { np } from "../../../../src/np";
import { RandomState } from "../../../../src/random/RandomState";
import { hiddenHalf, publicHalf, tinySubject } from "./tinySubject";

async function problemsOf(proof: Proof, subject: Subject): Promise<string[]> {
  return [await proof(subject)].flat().flatMap(({ problems }) => problems);
}

it.each([usesAreDeclared, functionsAreDocumented, tolerancesAreFair, hiddenChecksAreStable])(
  "a sound assignment has no problems (%#)",
  async (proof) => {
    expect(await problemsOf(proof, await tinySubject())).toEqual([]);
  },
);

describe("constantsEarnNothing", () => {
  it("finds a tolerance that reaches to 0, and a result that is not computed", async () => {
    const tolerance = { atol: 3 };
    expect(
      await problemsOf(constantsEarnNothing, await tinySubject({ publicCheck: { ...publicHalf, tolerance } })),
    ).toEqual([
      "half.public: returning zeros of the right shape is right in case 1; lower the tolerance, or choose other inputs",
      "half.public: returning its first argument is right in case 1; lower the tolerance, or choose other inputs",
    ]);
  });

  it("finds none in a case whose result is just that", async () => {
    const publicCheck = { ...publicHalf, cases: () => [{ args: [np.zeros([1, 2])] }] };
    expect(await problemsOf(constantsEarnNothing, await tinySubject({ publicCheck }))).toEqual([]);
  });
});

describe("slipsAreNoticed", () => {
  it("finds slips for which one shape must come twice", async () => {
    expect(await problemsOf(slipsAreNoticed, await tinySubject())).toEqual([
      "half may remember its answer by the shapes of its arguments; ask twice for one shape, with other numbers",
      "half may return the same memory in every call; ask twice for a result of one shape",
    ]);
    const hiddenCheck = {
      ...hiddenHalf,
      cases: (random: RandomState) => [1, 2].map(() => ({ args: [random.randn(2, 3)] })),
    };
    expect(await problemsOf(slipsAreNoticed, await tinySubject({ hiddenCheck }))).toEqual([]);
  });
});

describe("defaultsAreUsed", () => {
  it("finds a parameter that no case leaves out, or that no case gives", async () => {
    const { solutionSource } = await tinySubject();
    const half = "x: NDArray): NDArray {\n  // BEGIN SOLUTION\n  return np.divide(x, 2";
    const withDefault = (parameters: string) =>
      tinySubject({
        solutionSource: solutionSource.replace(
          half,
          `${parameters}): NDArray {\n  // BEGIN SOLUTION\n  return np.divide(x, by`,
        ),
      });
    expect(await problemsOf(defaultsAreUsed, await withDefault("x: NDArray, by = 2"))).toEqual([
      "half: no case gives by, so it may be ignored; add a case with it",
    ]);
    expect(await problemsOf(defaultsAreUsed, await withDefault("by = np.zeros([1])"))).toEqual([
      "half: no case leaves out by, so its default may be wrong; add a case without it",
    ]);
  });
});

describe("usesAreDeclared", () => {
  it("finds a call of a graded function that assignment.ts does not declare", async () => {
    const { assignment } = await tinySubject();
    const functions = assignment.functions.map(({ name, points }) => ({ name, points }));
    const problems = await problemsOf(usesAreDeclared, await tinySubject({ assignment: { ...assignment, functions } }));
    expect(problems).toEqual(["the reference of quarter calls half, which is not among its uses in assignment.ts"]);
  });
});

describe("functionsAreDocumented", () => {
  it.each([
    [" * @param x shape (n, m)", "", "half: @param x is missing"],
    ["@param x shape (n, m)", "@param x a matrix", "half: @param x does not say its shape"],
    [" * @returns x / 2, of the same shape", "", "half: @returns is missing"],
    ["@returns x / 2, of the same shape", "@returns x / 2", "half: @returns does not say the shapes"],
  ])("without %j, it finds a problem", async (text, replacement, problem) => {
    const { solutionSource } = await tinySubject();
    const changed = await tinySubject({ solutionSource: solutionSource.replace(text, replacement) });
    expect(await problemsOf(functionsAreDocumented, changed)).toEqual([problem]);
  });

  it("finds a function without any documentation", async () => {
    const solutionSource = "export function half(x: NDArray) {}\n/** @returns 1 */\nexport function quarter() {}";
    expect(await problemsOf(functionsAreDocumented, await tinySubject({ solutionSource }))).toEqual([
      "half has no documentation",
    ]);
  });
});

describe("tolerancesAreFair", () => {
  it("finds a tolerance that lets a mistake pass", async () => {
    const publicCheck = { ...publicHalf, tolerance: { rtol: 0.01 } };
    const hiddenCheck = { ...hiddenHalf, tolerance: { atol: 1 } };
    expect(await problemsOf(tolerancesAreFair, await tinySubject({ publicCheck, hiddenCheck }))).toEqual([
      "half.public: the result may be wrong by 0.001; lower the tolerance",
      "half.random: the result may be wrong by 0.001; lower the tolerance",
    ]);
  });

  it("lets one check be coarse where another is sharp, but not blind", async () => {
    const coarse = { ...publicHalf, tolerance: { rtol: 0.01 } };
    expect(await problemsOf(tolerancesAreFair, await tinySubject({ publicCheck: coarse }))).toEqual([]);
    const blind = { ...publicHalf, tolerance: { rtol: 0.2 } };
    expect(await problemsOf(tolerancesAreFair, await tinySubject({ publicCheck: blind }))).toEqual([
      "half.public: the result may be wrong by 0.1; lower the tolerance",
    ]);
  });

  it("finds a tolerance that does not forgive the last bit", async () => {
    const publicCheck = { ...publicHalf, tolerance: { atol: 0, rtol: 0 } };
    expect(await problemsOf(tolerancesAreFair, await tinySubject({ publicCheck }))).toEqual([
      "half.public: the result may not differ in the last bit; raise the tolerance",
    ]);
  });
});

describe("hiddenChecksAreStable", () => {
  const problemsWith = async (cases: (typeof hiddenHalf)["cases"]) =>
    problemsOf(hiddenChecksAreStable, await tinySubject({ hiddenCheck: { ...hiddenHalf, cases } }));

  it("finds inputs that every seed draws alike", async () => {
    expect(await problemsWith(() => [{ args: [np.ones([2, 2])] }])).toEqual([
      "half.random: its inputs are the same with every seed",
    ]);
  });

  it("finds inputs that depend on what was drawn before", async () => {
    const [problem] = await problemsWith(() => [{ args: [np.random.randn(2, 2)] }]);
    expect(problem).toMatch(/^half\.random: its inputs depend on more than the seed with 5 seeds: 0, 1, 2, 3, 4;/);
  });

  it("finds the seeds for which the reference fails", async () => {
    const [problem] = await problemsWith((random) => {
      const x = random.uniform(0, 1);
      return [{ args: [np.array([x < new RandomState(3).uniform(0, 1) + 1e-9 ? x : Number.NaN])] }];
    });
    expect(problem).toMatch(/^half\.random: the reference does not return finite values with \d seeds: /);
  });

  it("finds the seeds for which an alternative is marked wrong", async () => {
    const subject = await tinySubject();
    const wrongForLarge = (x: ReturnType<typeof np.ones>) => np.add(np.divide(x, 2), np.max(x) > 1 ? 1 : 0);
    const alternatives = [{ title: "odd", functions: { half: wrongForLarge } }];
    const staff = { ...subject.staff, alternatives };
    const [problem] = await problemsOf(hiddenChecksAreStable, await tinySubject({ staff }));
    expect(problem).toMatch(/^half\.random: "odd" is marked wrong with \d seeds: .*; case 1: /);
  });
});

describe("staffStaysInside", () => {
  it("finds a solution that was not taken out", async () => {
    const { solutionSource } = await tinySubject();
    expect(leaks(solutionSource, "the notebook", "function half() {\n  return np.divide(x, 2);\n}")).toEqual([
      "the notebook has a solution: return np.divide(x, 2);",
    ]);
    expect(leaks(solutionSource, "the notebook", "function half() {\n  throw new NotImplemented();\n}")).toEqual([]);
  });
});
