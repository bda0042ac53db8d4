import { createRequire } from "node:module";
import ts from "typescript";
import { compare } from "../../../src/check/compare";
import { type AnyFunction, defaultTolerance, type Outcome } from "../../../src/check/define";
import { outcomesOf } from "../../../src/check/diagnose";
import { np } from "../../../src/np";
import type { PreparedCheck } from "../trial";

/**
 * The id of the first check that tells a mutant from the reference, or null when it passes them all. It is judged as
 * in the grader, from the same state of the common random stream; the functions that it calls are the reference's.
 *
 * @param path of `staff/solution.ts`, which says where its imports are
 */
export async function judgeMutant(
  source: string,
  name: string,
  path: string,
  checks: readonly PreparedCheck[],
): Promise<string | null> {
  const implementation = evaluate(source, path)[name];
  for (const prepared of checks) {
    const { check, expected } = prepared;
    if (check.function !== name) continue;
    const tolerance = { ...defaultTolerance, ...check.tolerance };
    const outcomes = await runSeeded(implementation, prepared);
    if (outcomes.some((outcome, i) => compare(outcome, expected[i], tolerance) !== null)) return check.id;
  }
  return null;
}

/** What `fn` comes to in each case when nothing was drawn from the common random stream yet. */
export async function runSeeded(
  fn: AnyFunction,
  { cases, awaits }: Pick<PreparedCheck, "cases" | "awaits">,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of cases) {
    np.random.seed(0);
    outcomes.push(...(await outcomesOf(fn, [one], awaits)));
  }
  return outcomes;
}

function evaluate(source: string, path: string): Record<string, AnyFunction> {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };
  const script = ts.transpile(source, options);
  const exports: Record<string, AnyFunction> = {};
  new Function("exports", "require", script)(exports, createRequire(path));
  return exports;
}
