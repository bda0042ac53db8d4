import { assignments, type Signatures } from "../assignments";
import type { AnyFunction, Assignment } from "../check/define";
import { checkFunction } from "./checkFunction";
import { display } from "./display";
import { verdictOf } from "./verdict";

/** The graded functions of all assignments, by name; where two assignments share a name, either signature will do. */
type ByName<S> = { [Name in KeysOf<S[keyof S]>]?: SignatureOf<S[keyof S], Name> };
type KeysOf<T> = T extends unknown ? keyof T : never;
type SignatureOf<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never;

/** Functions to check, by name, as in `{ sigmoid, propagate }`. */
export type Checkable = ByName<Signatures>;

let current: Assignment | undefined;
/** The functions that were checked since `useAssignment`, and whether they passed. */
const passed = new Map<string, boolean>();

/**
 * Says which assignment the notebook is about; call it once, in the first cell.
 *
 * @throws RangeError naming the assignments that there are
 */
export function useAssignment(slug: keyof Signatures): void {
  const found = assignments.find((assignment) => assignment.slug === slug);
  if (!found) {
    throw new RangeError(`no assignment "${slug}"; there are: ${assignments.map((each) => each.slug).join(", ")}`);
  }
  current = found;
  passed.clear();
}

/**
 * Checks what you wrote and shows under the cell whether it is right, and if not, why:
 *
 *     check({ sigmoid });
 *
 * @throws Error before `useAssignment` was called; RangeError for a name that is none of the assignment's functions
 */
export function check(functions: Checkable): void {
  const assignment = assignmentInUse();
  for (const [name, fn] of Object.entries(functions) as [string, AnyFunction][]) {
    const graded = named(assignment, name);
    if (typeof fn !== "function") throw new TypeError(`check: ${name} is not a function but ${typeof fn}`);
    const report = checkFunction(assignment, name, fn);
    passed.set(name, report.status === "correct");
    report.suspects = (graded.uses ?? []).filter((used) => passed.get(used) === false);
    display(verdictOf(report));
  }
}

/**
 * Whether these functions have passed their checks, so that a demonstration can use them. If not, it says which one is
 * missing, in one line, so that "Run All" goes on:
 *
 *     if (ready("sigmoid")) plot.line({ x: z, y: sigmoid(z) });
 */
export function ready(...names: (keyof Checkable)[]): boolean {
  const assignment = assignmentInUse();
  const missing = names.filter((name) => named(assignment, name) && !passed.get(name));
  if (missing.length === 0) return true;
  const text = `Waiting for ${missing.join(", ")}: this part runs once ${missing.length > 1 ? "they pass" : "it passes"} the check.`;
  display({
    "text/plain": text,
    "text/html": `<em style="color:var(--jp-ui-font-color2, #757575)">${text}</em>`,
  });
  return false;
}

function assignmentInUse(): Assignment {
  if (!current) throw new Error('Run the first cell of the notebook first: it calls useAssignment("…").');
  return current;
}

function named(assignment: Assignment, name: string) {
  const names = assignment.functions.map((graded) => graded.name);
  const found = assignment.functions.find((graded) => graded.name === name);
  if (!found) throw new RangeError(`${assignment.slug} has no function ${name}; it has: ${names.join(", ")}`);
  return found;
}
