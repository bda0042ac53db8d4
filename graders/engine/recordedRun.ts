import type { Assignment, PublicCheck } from "../../src/check/define";
import { decodeOutcome, encodeValue } from "../../src/check/wire";
import { allowRelaxed } from "../../src/core/wasm/gemm";
import type { Limits } from "../sandbox/host/limits";
import { RefereePool } from "../sandbox/host/RefereePool";
import type { GradingRun, Processes } from "./GradingRun";
import { round, sum } from "./judgeFunction";
import type { PreparedCheck } from "./PreparedCheck";

/** A run of the public checks by what was recorded of the reference: with no solution at hand, nothing is stood in for. */
export function recordedRun(
  assignment: Assignment,
  sandboxBundle: string,
  limits: Limits,
  { starter, readers }: Processes,
): GradingRun {
  allowRelaxed(false);
  const waiting = new Set(assignment.functions.filter(({ async }) => async).map(({ name }) => name));
  const checks = assignment.checks.map((check) => recordedCheck(assignment, check, waiting.has(check.function)));
  return {
    assignment,
    limits,
    checks,
    sandboxBundle,
    starter,
    readers,
    seed: 0,
    uses: new Map(),
    // Without `uses` nobody asks a referee anything, and none is started.
    referees: new RefereePool("", limits),
    maxScore: round(sum(checks.map(({ points }) => points))),
    cache: null,
    conditions: "",
  };
}

function recordedCheck({ recorded }: Assignment, check: PublicCheck, awaits: boolean): PreparedCheck {
  const { id, function: name, title, points, tolerance, hint } = check;
  const { expected, misconceptions } = recorded[id];
  const cases = check.cases();
  return {
    id,
    function: name,
    title,
    points,
    tolerance,
    hint,
    hidden: false,
    awaits,
    inputs: cases.map(({ args }) => JSON.stringify(args.map(encodeValue))),
    arities: cases.map(({ args }) => args.length),
    expected: expected.map(decodeOutcome),
    variants: misconceptions.map((known) => ({ ...known, outcomes: known.outcomes.map(decodeOutcome) })),
  };
}
