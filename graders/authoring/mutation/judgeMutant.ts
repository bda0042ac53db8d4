import { createRequire } from "node:module";
import ts from "typescript";
import type { AnyFunction, Assignment } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import { functionsOnArrays } from "../../course/onArrays";
import { noticedBy } from "../noticedBy";
import { slips } from "../slips";
import type { MutantRequest } from "./MutantThread";

/**
 * The id of the first check that tells a mutant from the reference, or null when it passes them all. The functions that
 * the mutant calls are the reference's.
 *
 * @param path of `staff/solution.ts`, from which its imports are resolved
 */
export function judgeMutant(
  { source, function: name, slip }: MutantRequest,
  path: string,
  assignment: Assignment,
  checks: readonly PreparedCheck[],
): Promise<string | null> {
  const { [name]: fn } = functionsOnArrays(assignment, evaluate(source, path));
  const made = slips.find((each) => each.name === slip)?.make(fn) ?? fn;
  return noticedBy(
    made,
    checks.filter((check) => check.function === name),
  );
}

function evaluate(source: string, path: string): Record<string, AnyFunction> {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };
  const script = ts.transpile(source, options);
  const exports: Record<string, AnyFunction> = {};
  new Function("exports", "require", script)(exports, createRequire(path));
  return exports;
}
