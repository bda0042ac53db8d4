import { afterEach, expect, it, vi } from "vitest";
import * as mutation from "../../../graders/authoring/mutation/mutate";
import * as authoring from "../../../graders/authoring/validate";
import { runCommandLine } from "../../../graders/cli/runCommandLine";

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** The output of `nablab validate`, and its exit code, when it finds these problems. */
async function printed(findings: authoring.Finding[], ...options: string[]) {
  vi.spyOn(authoring, "validate").mockResolvedValue(findings);
  const log = vi.spyOn(console, "log").mockReturnValue(undefined);
  await runCommandLine(["validate", "logistic-regression", "--no-run", ...options]);
  return { text: log.mock.calls.join("\n"), code: process.exitCode };
}

const proved = { what: "it is sound", problems: [] };
const failed = { what: "it is complete", problems: ["a part is missing: write it"] };

it("says what was proved", async () => {
  const { text, code } = await printed([proved]);
  expect(text).toBe("01-logistic-regression\n  ✓ it is sound");
  expect(code).toBeUndefined();
});

it("exits with 1 when a proof failed, and says what is to be done", async () => {
  const { text, code } = await printed([proved, failed]);
  expect(text).toBe("01-logistic-regression\n  ✓ it is sound\n  ✗ it is complete\n      a part is missing: write it");
  expect(code).toBe(1);
});

it("gives the same as JSON", async () => {
  const { text, code } = await printed([proved, failed], "--format", "json");
  expect(JSON.parse(text)).toEqual([
    { assignment: "01-logistic-regression", sound: false, findings: [proved, failed] },
  ]);
  expect(code).toBe(1);
});

it("shows mutants that survive as differences, with the check that should have caught them", async () => {
  const survivor = {
    function: "half",
    kind: "operator",
    line: 7,
    before: "a + b",
    after: "a - b",
    check: "half.random",
  };
  vi.spyOn(mutation, "mutate").mockResolvedValue({
    score: 0.9,
    functions: [{ name: "half", caught: 9, survived: 1, equivalent: 2, score: 0.9 }],
    survivors: [survivor],
    wrongEntries: [{ function: "half", line: "a * b", reason: "" }],
  });
  const { text, code } = await printed([], "--mutate");
  expect(text.split("\n")).toEqual([
    "01-logistic-regression: mutation score 90.0 %, and 95.0 % are required",
    "  ✗ half   90.0 %  9 caught, 1 survived, 2 equivalent",
    "    half, staff/solution.ts:7, operator; half.random should have caught it:",
    "      - a + b",
    "      + a - b",
    "  ✗ staff/equivalent-mutants.ts: no surviving mutant of half is: a * b",
  ]);
  expect(code).toBe(1);
});

it("exits with 1, too, when there is no score to be had", async () => {
  vi.spyOn(mutation, "mutate").mockRejectedValue(new Error("the reference of half itself is caught by half.random"));
  const { text, code } = await printed([], "--mutate");
  expect(text).toBe("01-logistic-regression: the reference of half itself is caught by half.random");
  expect(code).toBe(1);
});
