import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { folderOf } from "../../src/builder/folderOf";
import { loadStaff, type Staff } from "../../src/builder/loadStaff";
import type { Assignment, Misconception } from "../../src/check/define";
import { allowRelaxed } from "../../src/core/wasm/gemm";
import { RandomState } from "../../src/random/RandomState";
import { bundleReferee, bundleSandbox } from "../sandbox/bundle";
import type { Limits } from "../sandbox/limits";
import { RefereePool } from "../sandbox/RefereePool";
import { round, sum } from "./judgeFunction";
import { type PreparedCheck, prepareCheck } from "./PreparedCheck";
import { ResultCache } from "./ResultCache";

/** Everything that the submissions of one run share. */
export interface GradingRun {
  assignment: Assignment;
  seed: number;
  limits: Limits;
  /** In the order of the assignment's functions. */
  checks: PreparedCheck[];
  /** For each graded function, those that it may use, directly or not: only they can be stood in for. */
  uses: ReadonlyMap<string, ReadonlySet<string>>;
  sandboxBundle: string;
  /** They answer for functions that are stood in for. */
  referees: RefereePool;
  /** Points of all checks together. */
  maxScore: number;
  /** Null grades the same code again and again. */
  cache: ResultCache | null;
  /** Hash of everything that results depend on, apart from the submission. */
  conditions: string;
}

export interface GradingOptions {
  hidden: boolean;
  seed: number;
  limits: Limits;
  cache: boolean;
}

/** @throws Error when the assignment itself is broken. */
export async function prepareRun(assignment: Assignment, options: GradingOptions): Promise<GradingRun> {
  const { seed, limits } = options;
  allowRelaxed(false);
  const staff = await loadStaff(assignment);
  const checks = await prepareChecks(assignment, staff, options);
  const solution = join(folderOf(assignment), "staff/solution.ts");
  const [sandboxBundle, refereeBundle] = await Promise.all([bundleSandbox(), bundleReferee(solution)]);
  return {
    ...{ assignment, seed, limits, checks, uses: usesOf(assignment), sandboxBundle },
    referees: new RefereePool(refereeBundle, limits),
    maxScore: round(sum(checks.map(({ points }) => points))),
    cache: options.cache ? new ResultCache() : null,
    // The bundles are named after their content.
    conditions: hash([
      basename(sandboxBundle),
      basename(refereeBundle),
      limits,
      checks.map(conditionsOf),
      assignment.functions.map(({ rules }) => rules),
      staff.misconceptions.map(textOf),
    ]),
  };
}

/** One after the other: references may draw random numbers, of which there is one stream. */
async function prepareChecks(
  { functions, checks }: Assignment,
  staff: Staff,
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

function conditionsOf({ id, points, tolerance, hint, inputs, awaits }: PreparedCheck): unknown {
  return { id, points, tolerance, hint, inputs, awaits };
}

function textOf({ id, message, implementation }: Misconception): unknown {
  return { id, message, implementation: String(implementation) };
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
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
