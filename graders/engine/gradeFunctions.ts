import type { Outcome } from "../../src/check/contract";
import type { Reason } from "../../src/words/Saying";
import type { Extraction } from "../extract/Extraction";
import type { EncodedCheck } from "./EncodedCheck";
import type { GradingRun } from "./GradingRun";
import { isWrong } from "./isWrong";
import { brokenFunction, type JudgedFunction, judgeFunction, missingFunction } from "./judgeFunction";
import { ProgramLoader } from "./ProgramLoader";
import { type IsEnough, Runner } from "./Runner";
import { runTogether } from "./runTogether";

/** Judges every graded function of a submission, in the assignment's order: callees before their callers. */
export async function gradeFunctions(extraction: Extraction, run: GradingRun): Promise<JudgedFunction[]> {
  const runner = new Runner(run);
  try {
    const loader = new ProgramLoader(extraction, runner);
    const together = await runTogether(extraction, run, runner, loader);
    const grader = new FunctionGrader(extraction, run, runner, loader, together);
    const results: JudgedFunction[] = [];
    for (const { name } of run.assignment.functions) results.push(await grader.grade(name));
    return results;
  } finally {
    runner.end();
  }
}

class FunctionGrader {
  /** Functions that are wrong by themselves. */
  private readonly failing = new Set<string>();
  /** Functions that had to be stopped. Calling them again would only cost time. */
  private readonly stopped = new Set<string>();

  /** Functions that are still as handed out, so their failure is not due to another function's mistake. */
  private readonly unwritten = new Set<string>();

  constructor(
    private readonly extraction: Extraction,
    private readonly run: GradingRun,
    private readonly runner: Runner,
    private readonly loader: ProgramLoader,
    private readonly together: ReadonlyMap<string, Outcome[][] | null>,
  ) {}

  async grade(name: string): Promise<JudgedFunction> {
    const checks = this.run.checks.filter((check) => check.function === name);
    const result = this.extraction.has(name)
      ? await this.judge(name, checks)
      : missingFunction(name, checks, this.run.tongue);
    if (result.status !== "correct") this.failing.add(name);
    return result;
  }

  private async judge(name: string, checks: readonly EncodedCheck[]): Promise<JudgedFunction> {
    const standIns = this.standInsFor(name);
    const fault = this.extraction.faultIn([name]);
    if (fault !== null) return this.judgeFaulty(name, checks, standIns, fault);
    const hopeless = standIns.some((other) => this.stopped.has(other));
    if (hopeless) return this.attempt(name, checks, standIns);
    const begun = await this.begin(name, checks, standIns);
    if (begun && (begun.status === "correct" || this.unwritten.has(name))) return begun;
    if (standIns.length === 0) return begun ?? this.attempt(name, checks, []);
    const followed = await this.attempt(name, checks, standIns);
    if (followed.status === "correct") return followed;
    const direct = begun ?? (await this.attempt(name, checks, []));
    // With equal points, what is still wrong is the function's own mistake, which makes the better message.
    return followed.points >= direct.points ? followed : direct;
  }

  /** A fault in a function that it calls costs that function only. */
  private judgeFaulty(
    name: string,
    checks: readonly EncodedCheck[],
    standIns: readonly string[],
    fault: Reason,
  ): Promise<JudgedFunction> | JudgedFunction {
    const isItsOwn = standIns.length === 0 || this.extraction.faultIn([name], standIns) !== null;
    return isItsOwn ? brokenFunction(name, checks, fault, this.run.tongue) : this.attempt(name, checks, standIns);
  }

  /**
   * The failing functions that this one calls, limited to those that the assignment says it uses. Otherwise `optimize`
   * could call the reference's `model` and return its answer.
   */
  private standInsFor(name: string): string[] {
    const allowed = this.run.uses.get(name) ?? new Set();
    return this.extraction.calls(name).filter((other) => allowed.has(other) && this.failing.has(other));
  }

  private async attempt(
    name: string,
    checks: readonly EncodedCheck[],
    standIns: readonly string[],
  ): Promise<JudgedFunction> {
    const outcomes = await this.outcomesOf(name, checks, standIns);
    return this.judged(name, checks, outcomes, standIns);
  }

  /**
   * Null when a case is wrong. If a function that it calls is wrong as well, it is judged again with the reference in
   * that one's place, which is usually all it needs. Running the remaining cases first would waste time: training is
   * slow.
   */
  private async begin(
    name: string,
    checks: readonly EncodedCheck[],
    standIns: readonly string[],
  ): Promise<JudgedFunction | null> {
    const known = this.together.get(name);
    if (known === null || (known === undefined && standIns.length === 0)) return null;
    if (known) this.note(name, known);
    const outcomes = known ?? (await this.outcomesOf(name, checks, [], isWrong));
    const isWhole = checks.every(({ inputs }, i) => outcomes[i]?.length === inputs.length);
    return isWhole ? this.judged(name, checks, outcomes, []) : null;
  }

  private async outcomesOf(
    name: string,
    checks: readonly EncodedCheck[],
    standIns: readonly string[],
    isEnough?: IsEnough,
  ): Promise<Outcome[][]> {
    const outcomes = await this.runner.run(() => this.loader.load([name], standIns), checks, isEnough);
    this.note(name, outcomes);
    return outcomes;
  }

  private judged(
    name: string,
    checks: readonly EncodedCheck[],
    outcomes: readonly Outcome[][],
    standIns: readonly string[],
  ): JudgedFunction {
    return {
      ...judgeFunction(name, checks, outcomes, standIns, this.run.tongue),
      shortened: this.loader.shortenedFor(name),
    };
  }

  private note(name: string, outcomes: readonly Outcome[][]): void {
    const all = outcomes.flat();
    if (all.some(({ kind }) => kind === "stopped")) this.stopped.add(name);
    if (all.every((one) => one.kind === "not-implemented" && one.function === name)) this.unwritten.add(name);
  }
}
