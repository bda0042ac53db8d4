import type { Extraction } from "../extract/Extraction";
import type { GradingRun } from "./GradingRun";
import { type JudgedFunction, judgeFunction, missingFunction } from "./judgeFunction";
import type { PreparedCheck } from "./PreparedCheck";
import { Runner } from "./Runner";

/** Judges every graded function of a submission, in the assignment's order: what is called comes before what calls it. */
export async function gradeFunctions(extraction: Extraction, run: GradingRun): Promise<JudgedFunction[]> {
  const runner = new Runner(run);
  try {
    const grader = new FunctionGrader(extraction, run, runner);
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
  /** Functions that had to be stopped: calling them again only costs time. */
  private readonly stopped = new Set<string>();

  /** Functions that are as they were handed out: no other function's mistake is the reason. */
  private readonly unwritten = new Set<string>();

  constructor(
    private readonly extraction: Extraction,
    private readonly run: GradingRun,
    private readonly runner: Runner,
  ) {}

  async grade(name: string): Promise<JudgedFunction> {
    const checks = this.run.checks.filter((check) => check.function === name);
    const result = this.extraction.has(name) ? await this.judge(name, checks) : missingFunction(name, checks);
    if (result.status !== "correct") this.failing.add(name);
    return result;
  }

  private async judge(name: string, checks: readonly PreparedCheck[]): Promise<JudgedFunction> {
    const standIns = this.standInsFor(name);
    const hopeless = standIns.some((other) => this.stopped.has(other));
    if (hopeless) return this.attempt(name, checks, standIns);
    const direct = await this.attempt(name, checks, []);
    const isFinal = direct.status === "correct" || standIns.length === 0 || this.unwritten.has(name);
    if (isFinal) return direct;
    const followed = await this.attempt(name, checks, standIns);
    // With equal points, what is still wrong is the function's own mistake, and the better message.
    return followed.points >= direct.points ? followed : direct;
  }

  /**
   * The failing functions that this one calls, as far as the assignment says that it uses them. If `optimize` could have
   * `model` stood in for, a call of it would be the answer.
   */
  private standInsFor(name: string): string[] {
    const allowed = this.run.uses.get(name) ?? new Set();
    return this.extraction.calls(name).filter((other) => allowed.has(other) && this.failing.has(other));
  }

  private async attempt(
    name: string,
    checks: readonly PreparedCheck[],
    standIns: readonly string[],
  ): Promise<JudgedFunction> {
    const outcomes = await this.runner.run(this.extraction.slice(name, standIns), standIns, checks);
    const all = outcomes.flat();
    if (all.some(({ kind }) => kind === "stopped")) this.stopped.add(name);
    if (all.every((one) => one.kind === "not-implemented" && one.function === name)) this.unwritten.add(name);
    return judgeFunction(name, checks, outcomes, standIns);
  }
}
