import { RandomState } from "../random/RandomState";
import { words } from "../words/words";
import type {
  AnyFunction,
  Assignment,
  Case,
  GradedFunction,
  HiddenCheck,
  Misconception,
  Outcome,
  PublicCheck,
  Tolerance,
} from "./contract";
import type { Variant } from "./diagnose";
import { misreadings } from "./misreadings";
import { runSeeded } from "./runSeeded";
import { runVariants } from "./runVariants";
import { decodeOutcome } from "./wire";
import { withViews } from "./withViews";

/** A check with its inputs drawn, and the outcomes of the reference and the misconceptions on them. */
export interface PreparedCheck extends Omit<PublicCheck, "cases"> {
  hidden: boolean;
  /** Whether the function may return promises. */
  async: boolean;
  cases: readonly Case[];
  /** The reference's outcome in each case. */
  expected: readonly Outcome[];
  /** The outcomes of the function's misconceptions. */
  variants: readonly Variant[];
}

/** What checks are prepared from when the reference is available: part of `staff/`. */
export interface Reference {
  solution: Readonly<Record<string, AnyFunction>>;
  misconceptions: readonly Misconception[];
  hiddenChecks: readonly HiddenCheck[];
}

/** Which checks, and the seed that hidden ones draw their inputs from. */
export interface Preparation {
  hidden: boolean;
  seed: number;
}

/**
 * An assignment's checks, public ones first, prepared by running the reference. Misconceptions run only when they are
 * needed, see {@link runVariants}.
 *
 * @throws Error for a check without cases, or of a function that the solution lacks. The reference may have failed on a
 * case: the caller looks at whether it returned.
 */
export async function prepareChecks(
  assignment: Assignment,
  reference: Reference,
  { hidden, seed }: Preparation,
): Promise<PreparedCheck[]> {
  const checks: PreparedCheck[] = [];
  // One after the other: all references draw from the same `np.random`.
  for (const check of assignment.checks) {
    checks.push(await runReference(drawnCheck(assignment, check, drawPublic(check)), reference));
  }
  for (const check of hidden ? reference.hiddenChecks : []) {
    const drawn = drawnCheck(assignment, check, await drawHidden(check, seed));
    checks.push(await runReference({ ...drawn, hidden: true }, reference));
  }
  return checks;
}

/**
 * The public checks, from what was recorded of the reference, which is not available here.
 *
 * @param name the function whose checks to return; all checks if omitted
 */
export function recordedChecks(assignment: Assignment, name?: string): PreparedCheck[] {
  const asked = assignment.checks.filter((check) => name === undefined || check.function === name);
  return asked.map((check) => {
    const { expected, misconceptions } = assignment.recorded[check.id];
    return {
      ...drawnCheck(assignment, check, drawPublic(check)),
      expected: expected.map(decodeOutcome),
      variants: misconceptions.map((known) => ({ ...known, outcomes: known.outcomes.map(decodeOutcome) })),
    };
  });
}

function gradedBy({ functions }: Assignment, name: string): Partial<GradedFunction> {
  return functions.find((graded) => graded.name === name) ?? {};
}

/** A check's own tolerance, or that of its function; undefined for the usual one. */
export function toleranceOf(assignment: Assignment, check: PublicCheck | HiddenCheck): Partial<Tolerance> | undefined {
  return check.tolerance ?? gradedBy(assignment, check.function).tolerance;
}

/** Whether the assignment declares that a function may return promises. */
export function isAsync(assignment: Assignment, name: string): boolean {
  return gradedBy(assignment, name).async ?? false;
}

function drawPublic(check: PublicCheck): Case[] {
  return withViews(check.cases(), check.id);
}

/** The inputs of a hidden check in the course run with this seed. */
export async function drawHidden(check: HiddenCheck, seed: number): Promise<Case[]> {
  return withViews(check.cases(new RandomState(await seedOf(seed, check.id))), check.id);
}

type DrawnCheck = Omit<PreparedCheck, "expected" | "variants">;

function drawnCheck(assignment: Assignment, check: PublicCheck | HiddenCheck, cases: Case[]): DrawnCheck {
  const { id, function: name, title, points, hint } = check;
  const async = isAsync(assignment, name);
  const tolerance = toleranceOf(assignment, check);
  if (cases.length === 0) throw new Error(words.checks.noCases(id));
  return { id, function: name, title, points, tolerance, hint, hidden: false, async, cases };
}

async function runReference(check: DrawnCheck, { solution, misconceptions }: Reference): Promise<PreparedCheck> {
  const { id, function: name, cases, async } = check;
  const reference = solution[name];
  if (!reference) throw new Error(words.checks.noReference(id, name));
  return {
    ...check,
    expected: await runSeeded(reference, cases, async),
    variants: await runVariants([...misconceptions, ...misreadings(name, reference, cases)], name, cases, async),
  };
}

/** Each check has a stream of its own, so that a new check does not change the inputs of the others. */
async function seedOf(seed: number, checkId: string): Promise<number> {
  const text = new TextEncoder().encode(`${seed} ${checkId}`);
  return new DataView(await crypto.subtle.digest("SHA-256", text)).getUint32(0);
}
