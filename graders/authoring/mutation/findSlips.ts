import type { AnyFunction } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import { slips } from "../slips";
import type { Mutant } from "./Mutant";

/** The mutants that are made around the functions of the reference: each with a slip that matters to it. */
export async function findSlips(
  source: string,
  solution: Readonly<Record<string, AnyFunction>>,
  checks: readonly PreparedCheck[],
): Promise<Mutant[]> {
  const mutants: Mutant[] = [];
  for (const name of new Set(checks.map((check) => check.function))) {
    const own = checks.filter((check) => check.function === name);
    for (const slip of slips) {
      if (!(await slip.matters(solution[name], own))) continue;
      const mistake = { before: name, after: `${slip.name}(${name})`, kind: "slip", slip: slip.name };
      mutants.push({ ...mistake, function: name, line: lineOf(name, source), source });
    }
  }
  return mutants;
}

function lineOf(name: string, source: string): number {
  return source.split("\n").findIndex((line) => new RegExp(`\\bfunction ${name}\\b`).test(line)) + 1;
}
