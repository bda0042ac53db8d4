import type { Outcome } from "../../src/check/contract";
import { type Limits, submissionSeconds } from "../sandbox/host/limits";
import type { Referee } from "../sandbox/host/Referee";
import type { RefereePool } from "../sandbox/host/RefereePool";
import { Sandbox } from "../sandbox/host/Sandbox";
import type { Answer } from "../sandbox/host/SandboxProcess";
import { TimeBudget } from "../sandbox/host/TimeBudget";
import type { Launch } from "../sandbox/launcher/Launched";
import type { Needs } from "../sandbox/wire/protocol";
import type { EncodedCheck } from "./EncodedCheck";
import { exhausted } from "./exhausted";
import type { GradingRun } from "./GradingRun";
import { needsOf } from "./needsOf";
import { forged, parseFailure, parseOutcome } from "./parseOutcome";

/** Whether the outcome of one case is enough, so that the cases after it need not be run. */
export type IsEnough = (check: EncodedCheck, place: number, outcome: Outcome) => boolean;

/**
 * Runs the functions of one submission in a separate process. After a function that had to be stopped, the next one
 * gets a new process, until the time for the whole submission is used up.
 */
export class Runner {
  private sandbox: Sandbox | null = null;
  /** Whether the loaded program has been given inputs of a hidden check. */
  private hasSeenHidden = false;
  private readonly referees: RefereePool;
  private readonly referee: Referee;
  private readonly bundle: string;
  private readonly limits: Limits;
  private readonly launch: Launch;
  private readonly budget: TimeBudget;
  private readonly needs: Needs;

  constructor({ assignment, sandboxBundle, referees, limits, starter }: GradingRun) {
    this.needs = needsOf(assignment);
    this.bundle = sandboxBundle;
    this.limits = limits;
    this.launch = starter.launch;
    this.budget = new TimeBudget(submissionSeconds(limits));
    this.referees = referees;
    this.referee = referees.borrow(this.budget);
  }

  /**
   * Runs the checks on a program in a new realm. When the process dies or runs out of memory, an earlier program may
   * have left it in that state, so this program is tried again in a new process.
   *
   * @param load loads the program, as {@link load} does
   */
  async run(
    load: () => Promise<Outcome | null>,
    checks: readonly EncodedCheck[],
    isEnough: IsEnough = () => false,
  ): Promise<Outcome[][]> {
    const isUsed = this.sandbox?.alive ?? false;
    const outcomes = await this.callUntil(isEnough, checks, await load());
    if (!isUsed || !outcomes.flat().some(lacksMemory)) return outcomes;
    this.sandbox?.end();
    return this.callUntil(isEnough, checks, await load());
  }

  /** Null when the program's functions can be called, otherwise the outcome of every call of them. */
  async load(program: string, standIns: readonly string[]): Promise<Outcome | null> {
    this.hasSeenHidden = false;
    if (this.budget.left === 0) return this.budget.stopped;
    if (!this.sandbox?.alive) this.sandbox = await Sandbox.start(this.bundle, this.limits, this.launch, this.budget);
    const answer = await this.sandbox.load(program, standIns, this.needs);
    return answer.kind === "loaded" ? null : outcomeOf(answer, 0);
  }

  /**
   * The outcomes of all cases, for each check. All calls are sent at once, so none of them may need a stand-in. After a
   * call that had to be stopped, the remaining ones get the same outcome.
   */
  async callAll(checks: readonly EncodedCheck[]): Promise<Outcome[][]> {
    for (const check of checks) this.keepOrder(check);
    const calls = checks.flatMap(({ function: name, inputs }) => inputs.map((args) => ({ name, args })));
    const answers = this.loaded.callAll(calls);
    return Promise.all(
      checks.map(({ inputs, cases }) => {
        const ofCheck = answers.splice(0, inputs.length);
        // Each is decoded as soon as it arrives: as text, it takes more memory.
        return Promise.all(ofCheck.map(async (answer, place) => outcomeOf(await answer, cases[place].args.length)));
      }),
    );
  }

  /**
   * The outcomes of the cases, for each check, up to the first one that is enough. After a call that had to be stopped,
   * the remaining ones are not tried.
   *
   * @param over what {@link load} returned
   */
  async callUntil(
    isEnough: IsEnough,
    checks: readonly EncodedCheck[],
    over: Outcome | null = null,
  ): Promise<Outcome[][]> {
    const outcomes: Outcome[][] = [];
    for (const check of checks) {
      const ofCheck: Outcome[] = [];
      outcomes.push(ofCheck);
      for (const place of check.inputs.keys()) {
        const outcome: Outcome = over ?? (await this.call(check, place));
        if (outcome.kind === "stopped") over = outcome;
        ofCheck.push(outcome);
        if (isEnough(check, place, outcome)) return outcomes;
      }
    }
    return outcomes;
  }

  end(): void {
    this.sandbox?.end();
    this.referees.giveBack(this.referee);
  }

  private async call(check: EncodedCheck, place: number): Promise<Outcome> {
    const { function: name, async, inputs, cases } = check;
    this.keepOrder(check);
    const answer = await this.loaded.call(name, inputs[place], this.referee.forOneCall(), async);
    return outcomeOf(answer, cases[place].args.length);
  }

  /**
   * The outcome of a public check is shown unchanged, and learner code can remember what it has seen. So within a
   * realm, no public check may come after a hidden one.
   *
   * @throws Error when one does: a grader fault
   */
  private keepOrder({ id, hidden }: EncodedCheck): void {
    if (this.hasSeenHidden && !hidden) throw new Error(`${id} is public, and was to be run after a hidden check`);
    this.hasSeenHidden = hidden;
  }

  private get loaded(): Sandbox {
    if (!this.sandbox) throw new Error("nothing has been loaded");
    return this.sandbox;
  }
}

/** Whether the process died, or an array did not fit. An earlier call may have used up the memory. */
export function lacksMemory(outcome: Outcome): boolean {
  if (outcome.kind === "stopped") return ["memory", "died", "forged"].includes(outcome.cause);
  return exhausted(outcome) === "memory";
}

/** @param arity the number of arguments that the function was called with */
function outcomeOf(answer: Answer, arity: number): Outcome {
  switch (answer.kind) {
    case "outcome":
      return parseOutcome(answer.text, arity);
    case "stopped":
      return answer;
    case "failed":
      return parseFailure(answer);
    default:
      return forged;
  }
}
