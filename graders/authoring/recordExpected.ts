import { compare } from "../../src/check/compare";
import { type Assignment, defaultTolerance, type RecordedCheck } from "../../src/check/contract";
import { type PreparedCheck, prepareChecks } from "../../src/check/prepare";
import { encodeOutcome } from "../../src/check/wire";
import type { Staff } from "../course/loadStaff";

/** The text of `expected.json`: the outcomes of the reference on the public checks, and those of the misconceptions. */
export async function recordExpected(assignment: Assignment, staff: Staff): Promise<string> {
  const checks = await prepareChecks(assignment, staff, { hidden: false, seed: 0 });
  return format(checks.map((check) => [check.id, record(check)]));
}

/** Leaves out misconceptions that have the same outcomes as the reference on a check, or as one of the same id. */
function record({ tolerance, expected, variants }: PreparedCheck): RecordedCheck {
  const differs = variants.filter(({ outcomes }) =>
    outcomes.some((outcome, i) => compare(outcome, expected[i], { ...defaultTolerance, ...tolerance })),
  );
  const recorded = differs.map((variant) => ({ ...variant, outcomes: variant.outcomes.map(encodeOutcome) }));
  const once = new Map(recorded.map((variant) => [JSON.stringify([variant.id, variant.outcomes]), variant]));
  return { expected: expected.map(encodeOutcome), misconceptions: [...once.values()] };
}

/** One line per list of outcomes, so that a diff shows which implementation changed. */
function format(entries: readonly (readonly [string, RecordedCheck])[]): string {
  const checks = entries.map(([id, { expected, misconceptions }]) => {
    const lines = misconceptions.map((misconception) => `   ${JSON.stringify(misconception)}`);
    const list = lines.length > 0 ? `[\n${lines.join(",\n")}\n  ]` : "[]";
    return ` ${JSON.stringify(id)}: {\n  "expected": ${JSON.stringify(expected)},\n  "misconceptions": ${list}\n }`;
  });
  return `{\n${checks.join(",\n")}\n}\n`;
}
