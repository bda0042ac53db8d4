import { createRequire } from "node:module";
import ts from "typescript";
import { compare } from "../../../src/check/compare";
import { type AnyFunction, defaultTolerance } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import { runSeeded } from "../../../src/check/runSeeded";

/**
 * The id of the first check that tells a mutant from the reference, or null when it passes them all. The functions that
 * the mutant calls are the reference's.
 *
 * @param path of `staff/solution.ts`, from which its imports are resolved
 */
export async function judgeMutant(
  source: string,
  name: string,
  path: string,
  checks: readonly PreparedCheck[],
): Promise<string | null> {
  const implementation = evaluate(source, path)[name];
  for (const { id, function: asked, tolerance, cases, async, expected } of checks) {
    if (asked !== name) continue;
    const within = { ...defaultTolerance, ...tolerance };
    const outcomes = await runSeeded(implementation, cases, async);
    if (outcomes.some((outcome, i) => compare(outcome, expected[i], within) !== null)) return id;
  }
  return null;
}

function evaluate(source: string, path: string): Record<string, AnyFunction> {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };
  const script = ts.transpile(source, options);
  const exports: Record<string, AnyFunction> = {};
  new Function("exports", "require", script)(exports, createRequire(path));
  return exports;
}
