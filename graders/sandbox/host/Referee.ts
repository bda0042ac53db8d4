import type { AnswerMemo } from "./AnswerMemo";
import type { Limits } from "./limits";
import { Sandbox, type StandIn } from "./Sandbox";
import type { StandInReply } from "./SandboxProcess";

/**
 * Answers for stand-ins with the reference solution. The arguments come from a submission and may be anything (a
 * billion iterations), so that the reference runs in a limited process too: one that holds no code of a submission.
 */
export class Referee {
  /** How many submissions it has served. */
  loans = 0;
  private sandbox: Sandbox | null = null;
  private hasFailed = false;

  constructor(
    private readonly bundle: string,
    private readonly limits: Limits,
    private readonly memo: AnswerMemo,
  ) {}

  /** Whether it is as good as new: no call has brought it to its limits, or made the reference throw. */
  get isSound(): boolean {
    return !this.hasFailed;
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
      for (const earlier of skipped) await sandbox.call(earlier.name, earlier.args);
      skipped = [];
      const answer = await sandbox.call(name, args);
      if (answer.kind === "outcome") {
        const { text, tookRandom = false } = answer;
        this.memo.set(key, { text, tookRandom });
        if (tookRandom) random = key;
        return { failed: false, text };
      }
      this.hasFailed = true;
      // It may have taken random numbers before it failed.
      random = key;
      if (answer.kind === "failed") return { failed: true, text: answer.text };
      throw new Error(`the reference for ${name} did not come to an end`);
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
    if (!this.sandbox?.alive) this.sandbox = await Sandbox.start(this.bundle, this.limits);
    await this.sandbox.load("", []);
    return this.sandbox;
  }
}
