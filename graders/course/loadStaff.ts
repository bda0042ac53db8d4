import { join } from "node:path";
import type { Alternative, AnyFunction, Assignment, HiddenCheck, Misconception } from "../../src/check/contract";
import type { Course } from "./Course";
import { folderOf } from "./folderOf";
import { functionsOnArrays, misconceptionsOnArrays } from "./onArrays";

/** What staff know about an assignment and learners do not. */
export interface Staff {
  /** The reference implementation of every graded function, by name. */
  solution: Readonly<Record<string, AnyFunction>>;
  misconceptions: Misconception[];
  alternatives: Alternative[];
  hiddenChecks: HiddenCheck[];
}

/** Loads an assignment's `staff/` folder by path, so that nothing in it is ever bundled or imported by mistake. */
export function loadStaff(course: Course, assignment: Assignment): Promise<Staff> {
  return loadStaffFrom(folderOf(course, assignment), assignment);
}

/** @param folder an assignment's folder, wherever it is */
export async function loadStaffFrom(folder: string, assignment: Assignment): Promise<Staff> {
  const load = (file: string) => import(join(folder, "staff", `${file}.ts`));
  const [solution, { misconceptions }, { alternatives }, { hiddenChecks }] = await Promise.all([
    load("solution"),
    load("misconceptions"),
    load("alternatives"),
    load("hidden-checks"),
  ]);
  return {
    solution: functionsOnArrays(assignment, solution),
    misconceptions: misconceptionsOnArrays(assignment, misconceptions),
    alternatives: (alternatives as Alternative[]).map((each) => ({
      ...each,
      functions: functionsOnArrays(assignment, each.functions),
    })),
    hiddenChecks,
  };
}
