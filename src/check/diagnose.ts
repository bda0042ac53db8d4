import { compare } from "./compare";
import type { AnyFunction, Case, Misconception, Outcome, Tolerance } from "./define";
import { runCase, runCaseAsync } from "./runCase";

/** What a misconception comes to on the cases of one check, recorded in `expected.json` or run on the spot. */
export interface Variant {
  id: string;
  message: string;
  /** One for each case. */
  outcomes: Outcome[];
}

/**
 * The first variant that does on every case what the learner's function did, or null. It must hold on the cases the
 * learner got right too: a variant that errs there is somebody else's mistake.
 *
 * `variants` may be a generator (see {@link runVariants}); it is read no further than the match.
 */
export function diagnose(
  actual: readonly Outcome[],
  variants: Iterable<Variant>,
  tolerance: Tolerance,
): Variant | null {
  for (const variant of variants) {
    if (actual.every((outcome, i) => agree(outcome, variant.outcomes[i], tolerance))) return variant;
  }
  return null;
}

/** Runs the misconceptions of one function on a check's cases, one at a time. Only for trusted code: staff's own. */
export function* runVariants(
  misconceptions: readonly Misconception[],
  functionName: string,
  cases: readonly Case[],
): Generator<Variant> {
  for (const { id, function: name, message, implementation } of misconceptions) {
    if (name === functionName) yield { id, message, outcomes: runCases(implementation, cases) };
  }
}

/** As {@link runVariants}, for a function that may return a promise; all of them at once, as there is no other way. */
export async function runVariantsAsync(
  misconceptions: readonly Misconception[],
  functionName: string,
  cases: readonly Case[],
): Promise<Variant[]> {
  const variants: Variant[] = [];
  for (const { id, function: name, message, implementation } of misconceptions) {
    if (name === functionName) variants.push({ id, message, outcomes: await runCasesAsync(implementation, cases) });
  }
  return variants;
}

/** All variants of a function at once, whether it may return promises or not. */
export async function variantsOf(
  misconceptions: readonly Misconception[],
  functionName: string,
  cases: readonly Case[],
  awaits: boolean,
): Promise<Variant[]> {
  return awaits
    ? runVariantsAsync(misconceptions, functionName, cases)
    : [...runVariants(misconceptions, functionName, cases)];
}

/** What `fn` comes to on each case; `awaits` says whether it may return promises, which are waited for then. */
export async function outcomesOf(fn: AnyFunction, cases: readonly Case[], awaits: boolean): Promise<Outcome[]> {
  return awaits ? runCasesAsync(fn, cases) : runCases(fn, cases);
}

/** One case after the other, so that they do not share the random numbers between them. */
export async function runCasesAsync(fn: AnyFunction, cases: readonly Case[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of cases) outcomes.push(await runCaseAsync(fn, one));
  return outcomes;
}

export function runCases(fn: AnyFunction, cases: readonly Case[]): Outcome[] {
  return cases.map((one) => runCase(fn, one));
}

function agree(actual: Outcome, variant: Outcome, tolerance: Tolerance): boolean {
  if (variant.kind === "threw") return actual.kind === "threw" && actual.message === variant.message;
  if (variant.kind !== "returned" || actual.kind !== "returned") return false;
  return String(actual.mutatedArgs) === String(variant.mutatedArgs) && compare(actual, variant, tolerance) === null;
}
