import type { Outcome } from "../../src/check/contract";
import type { Extraction } from "../extract/Extraction";
import type { EncodedCheck } from "./EncodedCheck";
import type { GradingRun } from "./GradingRun";
import { isWrong } from "./isWrong";
import type { ProgramLoader } from "./ProgramLoader";
import { lacksMemory, type Runner } from "./Runner";

/**
 * What the graded functions return when all of them share one realm. For a correct submission, a realm for each would
 * take a third longer.
 *
 * In a shared realm, one function may break something for those after it. So only correct outcomes count; a function
 * with a wrong one is null here, and must be run by itself. So is one that had to be stopped, unless all before it were
 * correct: stopping it twice would take twice as long. Left out are the functions after one that was stopped, and async
 * ones, whose promises live on after a call.
 *
 * What one of them has seen, all of them can show. So the public checks of all functions come before any hidden ones.
 * But after a slow function, the hidden checks of those so far come next: later functions could use up the time for
 * them.
 */
export async function runTogether(
  extraction: Extraction,
  run: GradingRun,
  runner: Runner,
  loader: ProgramLoader,
): Promise<ReadonlyMap<string, Outcome[][] | null>> {
  const together = new Together(run, runner);
  const names = run.assignment.functions
    .filter(({ name, async }) => !async && extraction.has(name) && extraction.faultIn([name]) === null)
    .map(({ name }) => name);
  if (names.length < 2) return together.found;
  for (let done = 0; done < names.length; ) {
    if ((await loader.load(names)) !== null) return together.found;
    const { count, isThere } = await together.run(names.slice(done), "public");
    const open = names.slice(done, done + count).filter((name) => together.isOpen(name));
    done += count;
    if (open.length > 0) {
      // When a function had to be stopped, the realm is gone.
      const problem = isThere ? null : await loader.load(names);
      if (problem?.kind === "stopped") together.stop(open, problem);
      else if (problem) together.forget(open);
      else if (!(await together.run(open, "hidden")).isThere) return together.found;
    }
    if (!isThere) return together.found;
  }
  return together.found;
}

/** Most functions take a few milliseconds for all their checks. */
const longMs = 500;

/** How far the functions' checks of one kind were run, and whether the realm is still there. */
interface Pass {
  count: number;
  isThere: boolean;
}

class Together {
  readonly found = new Map<string, Outcome[][] | null>();

  constructor(
    private readonly grading: GradingRun,
    private readonly runner: Runner,
  ) {}

  /** Whether hidden checks may tell more about a function: so far it is correct, or not written yet. */
  isOpen(name: string): boolean {
    const outcomes = this.found.get(name);
    return outcomes !== undefined && outcomes !== null && !stopIn(outcomes) && this.checksOf(name, "hidden").length > 0;
  }

  /** These functions cannot be run any further; what they have earned is kept. */
  stop(names: readonly string[], stopped: Outcome): void {
    for (const name of names) this.found.set(name, [...(this.found.get(name) ?? []), ...this.untried(name, stopped)]);
  }

  forget(names: readonly string[]): void {
    for (const name of names) this.found.delete(name);
  }

  /**
   * Runs the functions' checks of one kind; public ones only up to the first slow function. When one has to be stopped,
   * nothing is known about those after it.
   */
  async run(names: readonly string[], kind: "public" | "hidden"): Promise<Pass> {
    for (const [position, name] of names.entries()) {
      const checks = this.checksOf(name, kind);
      const start = performance.now();
      const outcomes = await this.outcomesOf(name, checks);
      const stopped = stopIn(outcomes);
      if (stopped) {
        const before = this.found.get(name) ?? [];
        const after = kind === "public" ? this.untried(name, stopped) : [];
        const isItsOwnFault = ![...this.found.values()].includes(null) && !outcomes.flat().some(lacksMemory);
        this.forget(names.slice(position));
        if (isItsOwnFault) this.found.set(name, [...before, ...outcomes, ...after]);
        return { count: position + 1, isThere: false };
      }
      const isFoundWrong = outcomes.some((ofCheck, i) =>
        ofCheck.some((outcome, place) => isWrong(checks[i], place, outcome)),
      );
      this.found.set(name, isFoundWrong ? null : [...(this.found.get(name) ?? []), ...outcomes]);
      if (kind === "public" && performance.now() - start > longMs) return { count: position + 1, isThere: true };
    }
    return { count: names.length, isThere: true };
  }

  /** A function that uses a wrong one is usually wrong too, so the cases after its first wrong one need not be run. */
  private outcomesOf(name: string, checks: readonly EncodedCheck[]): Promise<Outcome[][]> {
    const usesWrong = [...(this.grading.uses.get(name) ?? [])].some((used) => this.found.get(used) === null);
    return usesWrong ? this.runner.callUntil(isWrong, checks) : this.runner.callAll(checks);
  }

  /** The hidden checks of a function that was stopped before they were tried. */
  private untried(name: string, stopped: Outcome): Outcome[][] {
    return this.checksOf(name, "hidden").map(({ inputs }) => inputs.map(() => stopped));
  }

  private checksOf(name: string, kind: "public" | "hidden"): EncodedCheck[] {
    return this.grading.checks.filter((check) => check.function === name && check.hidden === (kind === "hidden"));
  }
}

function stopIn(outcomes: readonly Outcome[][]): Outcome | undefined {
  return outcomes.flat().find(({ kind }) => kind === "stopped");
}
