import { createRequire } from "node:module";
import ts from "typescript";
import { compare } from "../../check/compare";
import { type AnyFunction, type Case, defaultTolerance, type Outcome } from "../../check/define";
import { runCase } from "../../check/runCase";
import { np } from "../../core/np";
import type { PreparedCheck } from "../trial";

/**
 * The id of the first check that tells a mutant from the reference, or null when it passes them all. It is judged as
 * in the grader, from the same state of the common random stream; the functions that it calls are the reference's.
 *
 * @param path of `staff/solution.ts`, which says where its imports are
 */
export function judgeMutant(
  source: string,
  name: string,
  path: string,
  checks: readonly PreparedCheck[],
): string | null {
  const implementation = evaluate(source, path)[name];
  for (const { check, cases, expected } of checks) {
    if (check.function !== name) continue;
    const tolerance = { ...defaultTolerance, ...check.tolerance };
    const isWrong = cases.some((one, i) => compare(runSeeded(implementation, one), expected[i], tolerance) !== null);
    if (isWrong) return check.id;
  }
  return null;
}

/** What `fn` comes to when nothing was drawn from the common random stream yet. */
export function runSeeded(fn: AnyFunction, one: Case): Outcome {
  np.random.seed(0);
  return runCase(fn, one);
}

function evaluate(source: string, path: string): Record<string, AnyFunction> {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };
  const script = ts.transpile(source, options);
  const exports: Record<string, AnyFunction> = {};
  new Function("exports", "require", script)(exports, createRequire(path));
  return exports;
}
