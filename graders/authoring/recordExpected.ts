import { compare } from "../../src/check/compare";
import { type Assignment, defaultTolerance, type PublicCheck, type RecordedCheck } from "../../src/check/define";
import { outcomesOf, variantsOf } from "../../src/check/diagnose";
import { encodeOutcome } from "../../src/check/wire";
import type { Staff } from "../course/loadStaff";
import { awaits } from "./trial";

/** The text of `expected.json`: what the public checks should come to, and what the known mistakes come to. */
export async function recordExpected(assignment: Assignment, staff: Staff): Promise<string> {
  const entries: [string, RecordedCheck][] = [];
  for (const check of assignment.checks) {
    entries.push([check.id, await record(check, awaits(assignment, check), staff)]);
  }
  return format(entries);
}

async function record(check: PublicCheck, waits: boolean, staff: Staff): Promise<RecordedCheck> {
  const { function: name, cases: draw } = check;
  const cases = draw();
  const expected = await outcomesOf(staff.solution[name], cases, waits);
  const tolerance = { ...defaultTolerance, ...check.tolerance };
  const variants = (await variantsOf(staff.misconceptions, name, cases, waits)).filter(({ outcomes }) =>
    outcomes.some((outcome, i) => compare(outcome, expected[i], tolerance)),
  );
  return {
    expected: expected.map(encodeOutcome),
    misconceptions: variants.map((variant) => ({ ...variant, outcomes: variant.outcomes.map(encodeOutcome) })),
  };
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
