import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../../src/check/contract";
import { prepareChecks } from "../../src/check/prepare";
import { allowRelaxed } from "../../src/core/wasm/gemm";
import type { Course } from "../course/Course";
import { folderOf } from "../course/folderOf";
import { loadStaff } from "../course/loadStaff";
import { proofs } from "./proofs";
import { notebooksRun } from "./proofs/notebooksRun";
import type { Finding, Proof, Subject } from "./proofs/Proof";
import { soundStructure } from "./proofs/soundStructure";

export type { Finding } from "./proofs/Proof";

export interface ValidateOptions {
  /** For the hidden checks' inputs, where drawing them once is enough. */
  seed: number;
  /** How many seeds the hidden checks are tried with. */
  seeds: number;
  /** Whether to run the notebooks in the kernel of `dist/` as well, which takes longer than everything else. */
  run?: boolean;
  /** Called before every proof. */
  onProgress?: (done: number, total: number) => void;
}

/** Proves an assignment sound: it may be given to learners when no finding has problems. */
export async function validate(
  course: Course,
  assignment: Assignment,
  { seed, seeds, run, onProgress }: ValidateOptions,
): Promise<Finding[]> {
  // As in grading: verdicts should not depend on the processor.
  allowRelaxed(false);
  let subject: Subject | undefined;
  const [structure] = await findingsOf("the assignment's files can be loaded", async () => {
    const staff = await loadStaff(course, assignment);
    const solutionSource = await readFile(join(folderOf(course, assignment), "staff/solution.ts"), "utf8");
    const finding = soundStructure(assignment, staff);
    // Without a sound structure, the other proofs cannot even run.
    if (finding.problems.length === 0) {
      const checks = await prepareChecks(assignment, staff, { hidden: true, seed });
      subject = { course, assignment, staff, solutionSource, checks, seeds };
    }
    return finding;
  });
  const findings = [structure];
  const chosen = subject ? [...proofs, ...(run ? [notebooksRun] : [])] : [];
  for (const [done, proof] of chosen.entries()) {
    onProgress?.(done, chosen.length);
    findings.push(...(await findingsOf(wordsOf(proof.name), () => proof(subject as Subject))));
  }
  return findings;
}

/** Authors' code may fail anywhere: that is a problem with the assignment, and the other proofs go on. */
async function findingsOf(what: string, prove: () => ReturnType<Proof>): Promise<Finding[]> {
  try {
    return [await prove()].flat();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ what, problems: [message.split("\n")[0]] }];
  }
}

/** Turns `starterEarnsNothing` into a sentence. */
function wordsOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
