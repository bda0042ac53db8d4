import type { Launch } from "../launcher/Launched";
import type { Needs } from "../wire/protocol";
import type { AnswerMemo } from "./AnswerMemo";
import { type Limits, submissionSeconds } from "./limits";
import { Sandbox, type StandIn } from "./Sandbox";
import type { Answer, StandInReply } from "./SandboxProcess";
import { StoppedError } from "./StoppedError";
import type { TimeBudget } from "./TimeBudget";

/**
 * Answers for stand-ins with the reference solution. The arguments come from a submission and may be anything (a
 * billion iterations), so the reference runs in a limited process too, one that never holds a submission's code.
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
    private readonly needs: Needs = {},
  ) {}

  /**
   * Whether it is as good as new: no call has hit its limits or made the reference throw, and it is far from the
   * processor time that the system allows a process.
   */
  get isSound(): boolean {
    return !this.hasFailed && (this.sandbox?.usedSeconds ?? 0) < submissionSeconds(this.limits);
  }

  /** Charges the time that a submission's questions take to its budget. */
  chargeTo(budget: TimeBudget | null): void {
    this.budget = budget;
    this.sandbox?.chargeTo(budget);
  }

  /** For one call of a submission's function; random numbers start afresh. */
  forOneCall(): StandIn {
    let random = "";
    let process: Promise<Sandbox> | null = null;
    /** Questions that used random numbers and were answered from memory: the process must catch up on them first. */
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
      // It may have used random numbers before it failed.
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
    await this.sandbox.load("", [], this.needs);
    return this.sandbox;
  }

  private async start(): Promise<Sandbox> {
    const sandbox = await Sandbox.start(this.bundle, this.limits, this.launch);
    // The time to start it is not charged to the submission.
    sandbox.chargeTo(this.budget);
    return sandbox;
  }
}

/** @throws StoppedError when the reference was stopped while answering */
function finished(answer: Answer): void {
  if (answer.kind === "stopped") throw new StoppedError(answer);
}
