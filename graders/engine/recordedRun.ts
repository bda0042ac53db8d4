import type { Assignment } from "../../src/check/contract";
import { recordedChecks } from "../../src/check/prepare";
import { allowRelaxed } from "../../src/core/wasm/gemm";
import type { Limits } from "../sandbox/host/limits";
import { RefereePool } from "../sandbox/host/RefereePool";
import { encodeCheck } from "./EncodedCheck";
import type { GradingRun, Processes } from "./GradingRun";
import { round, sum } from "./points";
import type { Tongue } from "./Tongue";

/** A run of the public checks against the reference's recorded outputs. Without its code, there are no stand-ins. */
export function recordedRun(
  assignment: Assignment,
  sandboxBundle: string,
  limits: Limits,
  { starter, readers }: Processes,
  tongue?: Tongue,
): GradingRun {
  allowRelaxed(false);
  const checks = recordedChecks(assignment).map(encodeCheck);
  return {
    assignment,
    limits,
    checks,
    sandboxBundle,
    starter,
    readers,
    seed: 0,
    uses: new Map(),
    // Without `uses` nothing is asked of a referee, and none is started.
    referees: new RefereePool("", limits),
    maxScore: round(sum(checks.map(({ points }) => points))),
    given: [],
    cache: null,
    tongue,
    conditions: "",
  };
}
