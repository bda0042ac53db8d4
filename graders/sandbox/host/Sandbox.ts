import type { Launch } from "../launcher/Launched";
import { BeyondLimits } from "../wire/BeyondLimits";
import type { CodePart, Needs } from "../wire/protocol";
import type { Limits } from "./limits";
import { type Answer, type AnswerQuestion, type NewRequest, SandboxProcess, type StandInReply } from "./SandboxProcess";
import type { TimeBudget } from "./TimeBudget";

/** Gives the reference's answer for a stand-in, at once if known; `args` is JSON. Rejects as `AnswerQuestion` does. */
export type StandIn = (name: string, args: string) => StandInReply | Promise<StandInReply>;

/** More than any training run of the course asks in one call; a submission that asks more is after something else. */
export const maxQuestions = 20_000;

/** In characters, over all questions and answers of a call. */
const maxTalk = 2 ** 28;

/** One process for a submission's code, or for the reference that stands in for it: loads programs and calls them. */
export class Sandbox {
  /** The functions of the loaded program that have stand-ins; it may ask only about these. */
  private standIns: ReadonlySet<string> = new Set();

  private constructor(private readonly process: SandboxProcess) {}

  /** @throws Error as {@link SandboxProcess.start} does */
  static async start(bundle: string, limits: Limits, launch?: Launch, budget?: TimeBudget): Promise<Sandbox> {
    return new Sandbox(await SandboxProcess.start(bundle, limits, launch, { budget }));
  }

  get alive(): boolean {
    return this.process.alive;
  }

  /** Seconds of processor time, from its start. */
  get usedSeconds(): number {
    return this.process.usedSeconds;
  }

  /** Charges what it does from now on to a submission's budget. */
  chargeTo(budget: TimeBudget | null): void {
    this.process.chargeTo(budget);
  }

  /** Replaces the loaded program. `program` is what {@link Extraction.program} gives. */
  load(program: string, standIns: readonly string[], needs: Needs = {}): Promise<Answer> {
    this.standIns = new Set(standIns);
    return this.process.ask({ kind: "load", standIns, ...needs, text: program });
  }

  /**
   * @param name of a function of the program
   * @param args JSON of a list of encoded values
   * @param standIn answers for the functions that the program was given stand-ins for
   * @param async whether a promise is awaited
   */
  call(name: string, args: string, standIn?: StandIn, async = false): Promise<Answer> {
    return this.process.ask(callOf(name, args, async), standIn && this.guarded(standIn));
  }

  /** Makes the calls one after another, each under its own time limit, with no stand-ins. */
  callAll(calls: readonly { name: string; args: string }[]): Promise<Answer>[] {
    return this.process.askAll(calls.map(({ name, args }) => callOf(name, args, false)));
  }

  /** The compiled code of the library's parts that ran, see cacheCode.ts. Trusted only if no submission has run. */
  code(of: CodePart = "library"): Promise<Answer> {
    return this.process.ask({ kind: "code", of, text: "" });
  }

  end(): void {
    this.process.end();
  }

  /** Bounds the answers for one call: of what the grader knows, a process gets only what it was granted. */
  private guarded(standIn: StandIn): AnswerQuestion {
    const granted = this.standIns;
    let questions = 0;
    let talk = 0;
    const count = (text: string): void => {
      talk += text.length;
      if (talk > maxTalk) throw new BeyondLimits({ of: "exchange" });
    };
    return ({ name, text }) => {
      questions += 1;
      if (!granted.has(name)) throw new Error(`${name} is not stood in for`);
      if (questions > maxQuestions) throw new BeyondLimits({ of: "questions", most: maxQuestions });
      count(text);
      const answer = standIn(name, text);
      if (!(answer instanceof Promise)) count(answer.text);
      return answer;
    };
  }
}

function callOf(name: string, text: string, async: boolean): NewRequest {
  return { kind: "call", name, async, text };
}
