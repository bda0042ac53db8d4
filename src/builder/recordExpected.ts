import { compare } from "../check/compare";
import { type Assignment, defaultTolerance, type RecordedCheck } from "../check/define";
import { runCases, runVariants } from "../check/diagnose";
import { encodeOutcome } from "../check/wire";
import type { Staff } from "./loadStaff";

/** The text of `expected.json`: what the public checks should come to, and what the known mistakes come to. */
export function recordExpected(assignment: Assignment, staff: Staff): string {
  const entries = assignment.checks.map((check) => {
    const cases = check.cases();
    const expected = runCases(staff.solution[check.function], cases);
    const tolerance = { ...defaultTolerance, ...check.tolerance };
    const variants = [...runVariants(staff.misconceptions, check.function, cases)].filter(({ outcomes }) =>
      outcomes.some((outcome, i) => compare(outcome, expected[i], tolerance)),
    );
    const recorded: RecordedCheck = {
      expected: expected.map(encodeOutcome),
      misconceptions: variants.map((variant) => ({ ...variant, outcomes: variant.outcomes.map(encodeOutcome) })),
    };
    return [check.id, recorded] as const;
  });
  return format(entries);
}

/** One line for each list of outcomes, so that a difference shows which variant changed. */
function format(entries: readonly (readonly [string, RecordedCheck])[]): string {
  const checks = entries.map(([id, { expected, misconceptions }]) => {
    const lines = misconceptions.map((misconception) => `   ${JSON.stringify(misconception)}`);
    const list = lines.length > 0 ? `[\n${lines.join(",\n")}\n  ]` : "[]";
    return ` ${JSON.stringify(id)}: {\n  "expected": ${JSON.stringify(expected)},\n  "misconceptions": ${list}\n }`;
  });
  return `{\n${checks.join(",\n")}\n}\n`;
}
