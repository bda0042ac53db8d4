import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Assignment, Misconception } from "../../src/check/define";
import { allowRelaxed } from "../../src/core/wasm/gemm";
import { RandomState } from "../../src/random/RandomState";
import type { Staff } from "../course/loadStaff";
import { type Limits, submissionSeconds } from "../sandbox/host/limits";
import { RefereePool } from "../sandbox/host/RefereePool";
import { hashOf } from "../text/hashOf";
import type { GradingOptions, GradingRun, Processes } from "./GradingRun";
import { round, sum } from "./judgeFunction";
import { type PreparedCheck, prepareCheck } from "./PreparedCheck";
import { ResultCache } from "./ResultCache";

/** What a run is made of: an assignment, what staff know of it, and the programs that it runs in other processes. */
export interface RunParts extends Processes {
  assignment: Assignment;
  staff: GradingStaff;
  /** The paths of both programs, see `sandbox/host/bundle.ts`. They are part of the conditions by their names. */
  sandboxBundle: string;
  refereeBundle: string;
}

/** What grading needs of the `staff/` folder. */
export type GradingStaff = Omit<Staff, "alternatives">;

/** @throws Error when the assignment itself is broken. */
export async function assembleRun(parts: RunParts, options: GradingOptions): Promise<GradingRun> {
  const { assignment, staff, sandboxBundle, refereeBundle, starter, readers } = parts;
  const { seed, limits } = options;
  allowRelaxed(false);
  const checks = await prepareChecks(assignment, staff, options);
  return {
    assignment,
    seed,
    limits,
    checks,
    uses: usesOf(assignment),
    sandboxBundle,
    starter,
    readers,
    referees: new RefereePool(refereeBundle, limits, starter.launch),
    maxScore: round(sum(checks.map(({ points }) => points))),
    cache: options.cache ? new ResultCache() : null,
    // The bundles are named after their content.
    conditions: hashOf(
      JSON.stringify([
        basename(sandboxBundle),
        basename(refereeBundle),
        basename(readers.bundle),
        conditionsIn(limits),
        checks.map(conditionsOf),
        assignment.functions.map(({ rules }) => rules),
        staff.misconceptions.map(textOf),
      ]),
    ),
  };
}

/** One after the other: references may draw random numbers, of which there is one stream. */
async function prepareChecks(
  { functions, checks }: Assignment,
  staff: GradingStaff,
  { hidden, seed }: GradingOptions,
): Promise<PreparedCheck[]> {
  const waiting = new Set(functions.filter(({ async }) => async).map(({ name }) => name));
  const prepared: PreparedCheck[] = [];
  for (const check of checks) {
    const awaits = waiting.has(check.function);
    prepared.push(await prepareCheck(check, check.cases(), { hidden: false, awaits }, staff));
  }
  for (const check of hidden ? staff.hiddenChecks : []) {
    const cases = check.cases(new RandomState(seedOf(seed, check.id)));
    prepared.push(await prepareCheck(check, cases, { hidden: true, awaits: waiting.has(check.function) }, staff));
  }
  return prepared;
}

/** Results do not depend on the walls: found behind one more, or one less, they may stand beside each other. */
function conditionsIn({ wall, ...limits }: Limits): unknown {
  return { ...limits, submissionSeconds: submissionSeconds(limits) };
}

function conditionsOf({ id, points, tolerance, hint, inputs, awaits }: PreparedCheck): unknown {
  return { id, points, tolerance, hint, inputs, awaits };
}

function textOf({ id, message, implementation }: Misconception): unknown {
  return { id, message, implementation: String(implementation) };
}

/** Each check has a stream of its own, so that a new check does not change the inputs of the others. */
function seedOf(seed: number, checkId: string): number {
  return createHash("sha256").update(`${seed} ${checkId}`).digest().readUInt32BE(0);
}

/** Functions are listed after those that they use. */
function usesOf({ functions }: Assignment): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const { name, uses = [] } of functions)
    all.set(name, new Set(uses.flatMap((used) => [used, ...(all.get(used) ?? [])])));
  return all;
}
