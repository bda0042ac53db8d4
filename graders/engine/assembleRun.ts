import { basename } from "node:path";
import type { Assignment, Misconception } from "../../src/check/contract";
import { type PreparedCheck, prepareChecks } from "../../src/check/prepare";
import { allowRelaxed } from "../../src/core/wasm/gemm";
import type { Staff } from "../course/loadStaff";
import { type Limits, submissionSeconds } from "../sandbox/host/limits";
import { RefereePool } from "../sandbox/host/RefereePool";
import { hashOf } from "../text/hashOf";
import { type EncodedCheck, encodeCheck } from "./EncodedCheck";
import type { GradingOptions, GradingRun, Processes } from "./GradingRun";
import { needsOf } from "./needsOf";
import { round, sum } from "./points";
import { ResultCache } from "./ResultCache";
import { readGivenCode, type SubmittedFile } from "./readSubmission";

/** What a run is made of: an assignment, what staff know about it, and the programs that run in other processes. */
export interface RunParts extends Processes {
  assignment: Assignment;
  staff: GradingStaff;
  /** The notebook as learners get it; null or left out when there is none yet. */
  notebook?: SubmittedFile | null;
  /** The paths of both programs, see `sandbox/host/bundle.ts`. Their names are part of the conditions. */
  sandboxBundle: string;
  refereeBundle: string;
}

/** What grading needs from the `staff/` folder. */
export type GradingStaff = Omit<Staff, "alternatives">;

/** @throws Error when the assignment itself is broken. */
export async function assembleRun(parts: RunParts, options: GradingOptions): Promise<GradingRun> {
  const { assignment, staff, notebook, sandboxBundle, refereeBundle, starter, readers } = parts;
  const { seed, limits, tongue } = options;
  allowRelaxed(false);
  const [prepared, given] = await Promise.all([
    prepareChecks(assignment, staff, options),
    notebook ? readGivenCode(notebook, assignment, readers) : [],
  ]);
  const checks = prepared.map(returning).map(encodeCheck);
  return {
    assignment,
    seed,
    limits,
    checks,
    uses: usesOf(assignment),
    sandboxBundle,
    starter,
    readers,
    given,
    referees: new RefereePool(refereeBundle, limits, starter.launch, needsOf(assignment)),
    maxScore: round(sum(checks.map(({ points }) => points))),
    cache: options.cache ? new ResultCache() : null,
    tongue,
    // The bundles are named after their content.
    conditions: hashOf(
      JSON.stringify([
        basename(sandboxBundle),
        basename(refereeBundle),
        basename(readers.bundle),
        conditionsIn(limits),
        checks.map(conditionsOf),
        assignment.functions.map(({ rules }) => rules),
        needsOf(assignment),
        staff.misconceptions.map(textOf),
        given.map(({ javaScript }) => javaScript),
        ...(tongue ? [tongue] : []),
      ]),
    ),
  };
}

/** @throws Error when the reference itself fails on an input, which is a mistake in the assignment. */
function returning(check: PreparedCheck): PreparedCheck {
  const broken = check.expected.find(({ kind }) => kind !== "returned");
  if (broken) throw new Error(`${check.id}: the reference did not return a value: ${JSON.stringify(broken)}`);
  return check;
}

/** Results do not depend on the walls, so those found with and without bubblewrap may be mixed. */
function conditionsIn({ wall, ...limits }: Limits): unknown {
  return { ...limits, submissionSeconds: submissionSeconds(limits) };
}

function conditionsOf({ id, points, tolerance, hint, inputs, async }: EncodedCheck): unknown {
  return { id, points, tolerance, hint, inputs, async };
}

function textOf({ id, message, implementation }: Misconception): unknown {
  return { id, message, implementation: String(implementation) };
}

/** Relies on the assignment's order: functions are listed after those that they use. */
function usesOf({ functions }: Assignment): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const { name, uses = [] } of functions)
    all.set(name, new Set(uses.flatMap((used) => [used, ...(all.get(used) ?? [])])));
  return all;
}
