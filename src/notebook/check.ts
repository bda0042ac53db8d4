import type { Signatures } from "../assignments";
import type { AnyFunction, Assignment, GradedFunction } from "../check/contract";
import { type Messages, translateAssignment } from "../check/translateAssignment";
import { speak } from "../words/language";
import type { Locale } from "../words/locale";
import { words } from "../words/words";
import { awaitedByCell } from "./awaitedByCell";
import { checkFunction, checkFunctionAsync, type FunctionReport } from "./checkFunction";
import { type DisplayOptions, display } from "./display";
import { escapeHtml } from "./escapeHtml";
import { type Notice, noticeType } from "./Notice";
import { refuseOtherKernel } from "./refuseOtherKernel";
import { pendingVerdict, verdictOf } from "./verdict";

/** The graded functions of all assignments, by name; where two assignments share a name, either signature will do. */
type ByName<S> = { [Name in KeysOf<S[keyof S]>]?: SignatureOf<S[keyof S], Name> };
type KeysOf<T> = T extends unknown ? keyof T : never;
type SignatureOf<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never;

/** Functions to check, by name, as in `{ sigmoid, propagate }`. */
export type Checkable = ByName<Signatures>;

let assignments: readonly Assignment[] = [];
/** By language and slug. */
type CourseTranslations = Partial<Record<Locale, Readonly<Record<string, Messages>>>>;
let translations: CourseTranslations = {};
let current: Assignment | undefined;
/** The functions that were checked since `useAssignment`, and whether they passed. */
const passed = new Map<string, boolean>();
let keptPlaces = 0;
/** The last verdict being awaited, from any cell: functions checked at the same time would share `np.random`. */
let last: Promise<unknown> = Promise.resolve();

/** Sets the assignments that a notebook can be about, and their translations. `src/index.ts` passes in the course. */
export function setAssignments(course: readonly Assignment[], translated: CourseTranslations = {}): void {
  assignments = course;
  translations = translated;
}

export interface AssignmentOptions {
  /** The language of the notebook, English by default. */
  locale?: Locale;
}

/**
 * Says which assignment the notebook is about; call it once, in the first cell.
 *
 * @throws RangeError listing the assignments; Error in a kernel that the notebook was not built for
 */
export function useAssignment(slug: keyof Signatures, { locale = "en" }: AssignmentOptions = {}): void {
  speak(locale);
  refuseOtherKernel();
  const found = assignments.find((assignment) => assignment.slug === slug);
  if (!found) {
    const all = assignments.map((each) => each.slug);
    throw new RangeError(words.engine.unknownAssignmentAmong(slug, all));
  }
  current = locale === "en" ? found : translateAssignment(found, translations[locale]?.[slug] ?? {});
  passed.clear();
  // Checks need it even where no cell has used it yet. It is there before the next cell runs.
  if (found.modules?.includes("nablab/tf")) void import("../tf");
}

/**
 * Checks what you wrote and shows under the cell whether it is correct, and if not, why:
 *
 *     check({ sigmoid });
 *
 * If the assignment declares a function asynchronous, its promises are awaited. Its verdict, and those after it, then
 * appear later in the places kept for them, and the promise that `check` returns settles after the last.
 *
 * @throws Error before `useAssignment` was called; RangeError for a name that is not one of the assignment's functions
 */
export function check(functions: Checkable): Promise<void> | undefined {
  const assignment = assignmentInUse();
  let earlier: Promise<void> | undefined;
  for (const [name, fn] of Object.entries(functions) as [string, AnyFunction][]) {
    const graded = named(assignment, name);
    if (typeof fn !== "function") throw new TypeError(words.notebook.notAFunction(name, typeof fn));
    if (earlier || graded.async) earlier = checkLater(assignment, graded, fn, earlier);
    else show(graded, checkFunction(assignment, name, fn));
  }
  return earlier && awaitedByCell(earlier);
}

/** Keeps a place for the verdict, which follows the earlier ones: a mistake in a callee must be known by then. */
function checkLater(
  assignment: Assignment,
  graded: GradedFunction,
  fn: AnyFunction,
  earlier: Promise<void> | undefined,
): Promise<void> {
  keptPlaces += 1;
  const displayId = `nablab-check-${keptPlaces}`;
  const { name, async } = graded;
  display(pendingVerdict(name), { displayId });
  const run = async ? checkFunctionAsync : checkFunction;
  const verdict = Promise.all([earlier, last]).then(async () => {
    show(graded, await run(assignment, name, fn), { displayId, update: true });
  });
  last = verdict.catch(() => undefined);
  return verdict;
}

function show({ name, uses = [] }: GradedFunction, report: FunctionReport, options?: DisplayOptions): void {
  passed.set(name, report.status === "correct");
  report.suspects = uses.filter((used) => passed.get(used) === false);
  display(verdictOf(report), options);
}

/**
 * Whether these functions have passed their checks, so that a demonstration can use them. If not, one line says which
 * are missing, and "Run All" goes on:
 *
 *     if (ready("sigmoid")) plot.line({ x: z, y: sigmoid(z) });
 */
export function ready(...names: (keyof Checkable)[]): boolean {
  const assignment = assignmentInUse();
  const missing = names.filter((name) => named(assignment, name) && !passed.get(name));
  if (missing.length === 0) return true;
  const text = words.notebook.waiting(missing);
  const notice: Notice = { kind: "waiting", functions: missing };
  display({
    "text/plain": text,
    "text/html": `<em style="color:var(--jp-ui-font-color2, #757575)">${escapeHtml(text)}</em>`,
    [noticeType]: notice,
  });
  return false;
}

/** The assignment that the notebook has said it is about, if it has. */
export function currentAssignment(): Assignment | undefined {
  return current;
}

function assignmentInUse(): Assignment {
  if (!current) throw new Error(words.notebook.noAssignment);
  return current;
}

function named(assignment: Assignment, name: string) {
  const names = assignment.functions.map((graded) => graded.name);
  const found = assignment.functions.find((graded) => graded.name === name);
  if (!found) throw new RangeError(words.notebook.unknownFunction(assignment.slug, name, names));
  return found;
}
