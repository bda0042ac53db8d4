import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../check/define";
import { allowRelaxed } from "../core/wasm/gemm";
import { folderOf } from "./folderOf";
import { loadStaff } from "./loadStaff";
import { proofs } from "./proofs";
import { notebooksRun } from "./proofs/notebooksRun";
import type { Finding, Proof, Subject } from "./proofs/Proof";
import { soundStructure } from "./proofs/soundStructure";
import { prepare } from "./trial";

export type { Finding } from "./proofs/Proof";

export interface ValidateOptions {
  /** Of the hidden checks' inputs, where one drawing of them is enough. */
  seed: number;
  /** How many seeds the hidden checks are tried with. */
  seeds: number;
  /** Whether to run the notebooks in the kernel of `dist/` as well, which takes longer than all the rest. */
  run?: boolean;
  /** Proofs that take more than `src/` has. */
  more?: readonly Proof[];
  /** Told before every proof. */
  onProgress?: (done: number, total: number) => void;
}

/** Proves an assignment sound; every finding without problems means that it may be given to learners. */
export async function validate(
  assignment: Assignment,
  { seed, seeds, run, more = [], onProgress }: ValidateOptions,
): Promise<Finding[]> {
  // As when grading: verdicts should not depend on the processor.
  allowRelaxed(false);
  const staff = await loadStaff(assignment);
  const structure = soundStructure(assignment, staff);
  // Without a sound structure the rest cannot even run.
  if (structure.problems.length > 0) return [structure];
  const solutionSource = await readFile(join(folderOf(assignment), "staff/solution.ts"), "utf8");
  const subject: Subject = { assignment, staff, solutionSource, checks: prepare(assignment, staff, seed), seeds };
  const findings = [structure];
  const chosen = [...proofs, ...more, ...(run ? [notebooksRun] : [])];
  for (const [done, proof] of chosen.entries()) {
    onProgress?.(done, chosen.length);
    findings.push(...[await proof(subject)].flat());
  }
  return findings;
}
