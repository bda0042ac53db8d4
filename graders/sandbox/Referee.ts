import type { AnswerMemo } from "./AnswerMemo";
import type { Limits } from "./limits";
import { Sandbox, type StandIn } from "./Sandbox";

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
    let key = "";
    let process: Promise<Sandbox> | null = null;
    /** Questions that were answered from memory, which the process would have to be asked before the next. */
    let skipped: { name: string; args: string }[] = [];
    return async (name, args) => {
      key = this.memo.keyOf(key, name, args);
      const known = this.memo.get(key);
      if (known !== undefined) {
        skipped.push({ name, args });
        return { failed: false, text: known };
      }
      process ??= this.restart();
      const sandbox = await process;
      for (const earlier of skipped) await sandbox.call(earlier.name, earlier.args, refuseNested);
      skipped = [];
      const answer = await sandbox.call(name, args, refuseNested);
      if (answer.kind === "outcome") {
        this.memo.set(key, answer.text);
        return { failed: false, text: answer.text };
      }
      this.hasFailed = true;
      if (answer.kind === "failed") return { failed: true, text: answer.text };
      throw new Error(`the reference for ${name} did not come to an end`);
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

const refuseNested: StandIn = async (name) => ({ failed: true, text: `${name} has no stand-in` });
