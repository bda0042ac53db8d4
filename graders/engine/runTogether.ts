import type { Outcome } from "../../src/check/contract";
import type { Extraction } from "../extract/Extraction";
import type { EncodedCheck } from "./EncodedCheck";
import type { GradingRun } from "./GradingRun";
import { isWrong } from "./isWrong";
import { lacksMemory, type Runner } from "./Runner";

/**
 * What the graded functions return when all of them are in one realm: a realm for each takes a third longer, for a
 * submission that is right.
 *
 * There, one may have broken something for those after it. So only what is right counts; a function that is not has null
 * here, and is to be run by itself. So does one that had to be stopped, unless all before it were right: stopping it twice
 * would take twice as long. Nothing is here of the functions after one that was stopped, and of those that may return
 * promises, which live on after a call.
 *
 * What one of them has seen, all of them can show. So the public checks of functions come before the hidden ones of any. But
 * where one takes long, the hidden checks of those before it come next: or else it could use up the time for them.
 */
export async function runTogether(
  extraction: Extraction,
  run: GradingRun,
  runner: Runner,
): Promise<ReadonlyMap<string, Outcome[][] | null>> {
  const together = new Together(run, runner);
  const names = run.assignment.functions
    .filter(({ name, async }) => !async && extraction.has(name))
    .map(({ name }) => name);
  if (names.length < 2) return together.found;
  const program = extraction.program(names);
  for (let done = 0; done < names.length; ) {
    if ((await runner.load(program, [])) !== null) return together.found;
    const { count, isThere } = await together.run(names.slice(done), "public");
    const open = names.slice(done, done + count).filter((name) => together.isOpen(name));
    done += count;
    if (open.length > 0) {
      // With a function that had to be stopped, the realm is gone.
      const problem = isThere ? null : await runner.load(program, []);
      if (problem?.kind === "stopped") together.stop(open, problem);
      else if (problem) together.forget(open);
      else if (!(await together.run(open, "hidden")).isThere) return together.found;
    }
    if (!isThere) return together.found;
  }
  return together.found;
}

/** Most functions take some milliseconds for all their checks. */
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

  /** Whether hidden checks may tell more of a function: what was run of it is right, or not written yet. */
  isOpen(name: string): boolean {
    const outcomes = this.found.get(name);
    return outcomes !== undefined && outcomes !== null && !stopIn(outcomes) && this.checksOf(name, "hidden").length > 0;
  }

  /** Nothing more can be run of them: what they have earned is kept. */
  stop(names: readonly string[], stopped: Outcome): void {
    for (const name of names) this.found.set(name, [...(this.found.get(name) ?? []), ...this.untried(name, stopped)]);
  }

  forget(names: readonly string[]): void {
    for (const name of names) this.found.delete(name);
  }

  /**
   * Runs the functions' checks of one kind: public ones as far as the first function that takes long. When one has to be
   * stopped, nothing is known of those after it.
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

  /** Where one that it uses is wrong, it mostly is as well: then the cases after the first wrong one need not be run. */
  private outcomesOf(name: string, checks: readonly EncodedCheck[]): Promise<Outcome[][]> {
    const usesWrong = [...(this.grading.uses.get(name) ?? [])].some((used) => this.found.get(used) === null);
    return usesWrong ? this.runner.callUntil(isWrong, checks) : this.runner.callAll(checks);
  }

  /** The hidden checks of a function that has been stopped before they were tried. */
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
