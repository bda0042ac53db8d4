import type { Outcome } from "../../src/check/define";
import type { Extraction } from "../extract/Extraction";
import type { GradingRun } from "./GradingRun";
import { isWrong } from "./isWrong";
import type { PreparedCheck } from "./PreparedCheck";
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
 * What one of them has seen, all of them can show. So the public checks of all functions come before the hidden ones of any.
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
  if ((await runner.load(program, [])) !== null) return together.found;
  const isThere = await together.run(names, "public");
  const open = names.filter((name) => together.isOpen(name));
  if (open.length === 0) return together.found;
  // With a function that had to be stopped, the realm is gone.
  if (isThere || (await runner.load(program, [])) === null) await together.run(open, "hidden");
  else together.forget(open);
  return together.found;
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

  forget(names: readonly string[]): void {
    for (const name of names) this.found.delete(name);
  }

  /** Runs the functions' checks of one kind. False when one had to be stopped: then nothing is known of those after it. */
  async run(names: readonly string[], kind: "public" | "hidden"): Promise<boolean> {
    for (const [position, name] of names.entries()) {
      const checks = this.checksOf(name, kind);
      const outcomes = await this.outcomesOf(name, checks);
      const stopped = stopIn(outcomes);
      if (stopped) {
        const before = this.found.get(name) ?? [];
        const after = kind === "public" ? this.untried(name, stopped) : [];
        const isItsOwnFault = ![...this.found.values()].includes(null) && !outcomes.flat().some(lacksMemory);
        this.forget(names.slice(position));
        if (isItsOwnFault) this.found.set(name, [...before, ...outcomes, ...after]);
        return false;
      }
      const isFoundWrong = outcomes.some((ofCheck, i) =>
        ofCheck.some((outcome, place) => isWrong(checks[i], place, outcome)),
      );
      this.found.set(name, isFoundWrong ? null : [...(this.found.get(name) ?? []), ...outcomes]);
    }
    return true;
  }

  /** Where one that it uses is wrong, it mostly is as well: then the cases after the first wrong one need not be run. */
  private outcomesOf(name: string, checks: readonly PreparedCheck[]): Promise<Outcome[][]> {
    const usesWrong = [...(this.grading.uses.get(name) ?? [])].some((used) => this.found.get(used) === null);
    return usesWrong ? this.runner.callUntil(isWrong, checks) : this.runner.callAll(checks);
  }

  /** The hidden checks of a function that has been stopped before they were tried. */
  private untried(name: string, stopped: Outcome): Outcome[][] {
    return this.checksOf(name, "hidden").map(({ inputs }) => inputs.map(() => stopped));
  }

  private checksOf(name: string, kind: "public" | "hidden"): PreparedCheck[] {
    return this.grading.checks.filter((check) => check.function === name && check.hidden === (kind === "hidden"));
  }
}

function stopIn(outcomes: readonly Outcome[][]): Outcome | undefined {
  return outcomes.flat().find(({ kind }) => kind === "stopped");
}
