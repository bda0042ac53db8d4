import type { Launch } from "../launcher/Launched";
import type { AnswerMemo } from "./AnswerMemo";
import { type Limits, submissionSeconds } from "./limits";
import { Sandbox, type StandIn } from "./Sandbox";
import type { Answer, StandInReply } from "./SandboxProcess";
import { StoppedError } from "./StoppedError";
import type { TimeBudget } from "./TimeBudget";

/**
 * Answers for stand-ins with the reference solution. The arguments come from a submission and may be anything (a
 * billion iterations), so that the reference runs in a limited process too: one that holds no code of a submission.
 */
export class Referee {
  /** How many submissions it has served. */
  loans = 0;
  private sandbox: Sandbox | null = null;
  private hasFailed = false;
  private budget: TimeBudget | null = null;

  constructor(
    private readonly bundle: string,
    private readonly limits: Limits,
    private readonly memo: AnswerMemo,
    private readonly launch?: Launch,
  ) {}

  /**
   * Whether it is as good as new: no call has brought it to its limits, or made the reference throw, and it is far from the
   * processor time that the system allows a process.
   */
  get isSound(): boolean {
    return !this.hasFailed && (this.sandbox?.usedSeconds ?? 0) < submissionSeconds(this.limits);
  }

  /** Lets a submission pay for the time that its questions take. */
  chargeTo(budget: TimeBudget | null): void {
    this.budget = budget;
    this.sandbox?.chargeTo(budget);
  }

  /** For one call of a submission's function, with random numbers that start afresh. */
  forOneCall(): StandIn {
    let random = "";
    let process: Promise<Sandbox> | null = null;
    /** Questions that took random numbers and were answered from memory: the process has to be asked them before the next. */
    let skipped: { name: string; args: string }[] = [];
    const ask = async (key: string, name: string, args: string): Promise<StandInReply> => {
      process ??= this.restart();
      const sandbox = await process;
      for (const earlier of skipped) finished(await sandbox.call(earlier.name, earlier.args));
      skipped = [];
      const answer = await sandbox.call(name, args);
      if (answer.kind !== "outcome") this.hasFailed = true;
      finished(answer);
      if (answer.kind === "outcome") {
        const { text, tookRandom = false } = answer;
        this.memo.set(key, { text, tookRandom });
        if (tookRandom) random = key;
        return { failed: false, text };
      }
      // It may have taken random numbers before it failed.
      random = key;
      if (answer.kind === "failed") return { failed: true, text: answer.text };
      throw new Error(`the reference for ${name} answered something else: ${answer.kind}`);
    };
    return (name, args) => {
      const key = this.memo.keyOf(random, name, args);
      const known = this.memo.get(key);
      if (known === undefined) return ask(key, name, args);
      if (known.tookRandom) {
        skipped.push({ name, args });
        random = key;
      }
      return { failed: false, text: known.text };
    };
  }

  end(): void {
    this.sandbox?.end();
  }

  private async restart(): Promise<Sandbox> {
    if (!this.sandbox?.alive) this.sandbox = await this.start();
    await this.sandbox.load("", []);
    return this.sandbox;
  }

  private async start(): Promise<Sandbox> {
    const sandbox = await Sandbox.start(this.bundle, this.limits, this.launch);
    // That it had to be started is not the submission's doing.
    sandbox.chargeTo(this.budget);
    return sandbox;
  }
}

/** @throws StoppedError when the reference was stopped at it */
function finished(answer: Answer): void {
  if (answer.kind === "stopped") throw new StoppedError(answer);
}
