import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment, EquivalentMutant } from "../../../src/check/contract";
import { prepareChecks } from "../../../src/check/prepare";
import { loadStaffFrom } from "../../course/loadStaff";
import { findMutants } from "./findMutants";
import { findSlips } from "./findSlips";
import type { Mutant } from "./Mutant";
import { MutantThread } from "./MutantThread";

/** The share of its mutants that an assignment's checks must catch. */
export const requiredScore = 0.95;

/** How the mutants of one function fared. */
export interface FunctionMutants {
  name: string;
  caught: number;
  survived: number;
  /** Those that are listed as equivalent: counted neither as caught nor as survived. */
  equivalent: number;
  /** caught / (caught + survived); 1 if there is nothing to catch. */
  score: number;
}

/** A mutant that no check caught. */
export type Survivor = Pick<Mutant, "function" | "kind" | "line" | "before" | "after"> & {
  /** The id of the check that should have caught it: the function's hidden check with the most points. */
  check: string;
};

export interface MutationReport {
  score: number;
  functions: FunctionMutants[];
  survivors: Survivor[];
  /** Entries of `staff/equivalent-mutants.ts` that match no mutant, or one that a check does catch. */
  wrongEntries: EquivalentMutant[];
}

export interface MutateOptions {
  seed: number;
  /** Milliseconds that one mutant may take. */
  timeLimit: number;
  /** Called after every mutant. */
  onProgress?: (done: number, total: number) => void;
}

/** Puts small mistakes into an assignment's reference solution, one at a time, and finds those that go unnoticed. */
export async function mutate(
  assignment: Assignment,
  folder: string,
  { seed, timeLimit, onProgress }: MutateOptions,
): Promise<MutationReport> {
  const { functions } = assignment;
  const staff = await loadStaffFrom(folder, assignment);
  const listed = await loadEquivalent(folder);
  const source = await readFile(join(folder, "staff/solution.ts"), "utf8");
  const names = functions.map(({ name }) => name);
  const checks = await prepareChecks(assignment, { ...staff, misconceptions: [] }, { hidden: true, seed });
  const mutants = [...findMutants(source, names), ...(await findSlips(source, staff.solution, checks))];
  const thread = new MutantThread({ folder, seed }, timeLimit);
  const caught = await passReference(names, source, thread)
    .then(() => judgeAll(mutants, thread, onProgress))
    .finally(() => thread.end());

  const passed = mutants.filter((_, i) => !caught[i]);
  const isEquivalent = (mutant: Mutant) => listed.some((entry) => matches(entry, mutant));
  const survivors = passed.filter((mutant) => !isEquivalent(mutant));
  const perFunction = names.map((name) => {
    const own = (list: readonly Mutant[]) => list.filter((mutant) => mutant.function === name).length;
    return countsOf(name, own(mutants), own(passed), own(survivors));
  });
  const total = countsOf("", mutants.length, passed.length, survivors.length);
  return {
    score: total.score,
    functions: perFunction,
    survivors: survivors.map(({ source: _, slip: __, ...mutant }) => ({
      ...mutant,
      check: bestCheck(mutant.function, staff.hiddenChecks),
    })),
    wrongEntries: listed.filter((entry) => !passed.some((mutant) => matches(entry, mutant))),
  };
}

/** Otherwise, a reference that fails its own checks would get a perfect score. */
async function passReference(names: readonly string[], source: string, thread: MutantThread): Promise<void> {
  for (const name of names) {
    const caughtBy = await thread.judge({ function: name, source });
    if (caughtBy)
      throw new Error(`the reference of ${name} itself is caught by ${caughtBy}: run nablab validate first`);
  }
}

async function judgeAll(
  mutants: readonly Mutant[],
  thread: MutantThread,
  onProgress?: MutateOptions["onProgress"],
): Promise<(string | null)[]> {
  const caught: (string | null)[] = [];
  for (const mutant of mutants) {
    caught.push(await thread.judge(mutant));
    onProgress?.(caught.length, mutants.length);
  }
  return caught;
}

async function loadEquivalent(folder: string): Promise<EquivalentMutant[]> {
  const path = join(folder, "staff/equivalent-mutants.ts");
  if (!existsSync(path)) return [];
  const { equivalentMutants } = (await import(path)) as { equivalentMutants: EquivalentMutant[] };
  return equivalentMutants;
}

function matches(entry: EquivalentMutant, mutant: Mutant): boolean {
  return entry.function === mutant.function && entry.line === mutant.after;
}

function countsOf(name: string, all: number, passed: number, survived: number): FunctionMutants {
  const caught = all - passed;
  const counted = caught + survived;
  return { name, caught, survived, equivalent: passed - survived, score: counted === 0 ? 1 : caught / counted };
}

function bestCheck(name: string, checks: readonly { id: string; function: string; points: number }[]): string {
  const own = checks.filter((check) => check.function === name);
  return own.reduce((best, check) => (check.points > best.points ? check : best)).id;
}
