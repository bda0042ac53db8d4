import { afterEach, expect, it, vi } from "vitest";
import { runCommandLine } from "../../../graders/cli/runCommandLine";
import * as builder from "../../../src/builder/validate";

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** What `nablab validate` prints, and the exit code, when it finds this. */
async function printed(findings: builder.Finding[], ...options: string[]) {
  vi.spyOn(builder, "validate").mockResolvedValue(findings);
  const log = vi.spyOn(console, "log").mockReturnValue(undefined);
  await runCommandLine(["validate", "logistic-regression", ...options]);
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
