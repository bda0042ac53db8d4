import { constants } from "node:os";
import { words } from "../../../src/words/words";
import type { End, Launch, Launched } from "../launcher/Launched";
import { launchDirectly } from "../launcher/launchDirectly";
import { BeyondLimits } from "../wire/BeyondLimits";
import { FrameReader } from "../wire/FrameReader";
import { frameOf } from "../wire/frame";
import { parseReply } from "../wire/parseReply";
import type { ReaderRequest, Reply, Request, StandInAnswer } from "../wire/protocol";
import { type Limits, sandboxCommand } from "./limits";
import type { Stopped } from "./Stopped";
import { StoppedError } from "./StoppedError";
import type { TimeBudget } from "./TimeBudget";
import { UsedTime } from "./UsedTime";

export type StandInQuestion = Extract<Reply, { kind: "stand-in" }>;

export type Answer = Exclude<Reply, StandInQuestion> | Stopped;

export type StandInReply = Pick<StandInAnswer, "failed" | "text">;

/**
 * Answers a question of the process, synchronously if the answer is known. Throws if the process may not ask this;
 * rejects with a StoppedError if answering was stopped, and with any other error on a grader fault.
 */
export type AnswerQuestion = (question: StandInQuestion) => StandInReply | Promise<StandInReply>;

/** A request that has no number yet. */
export type NewRequest = Unnumbered<Request>;

type Unnumbered<R> = R extends Request | ReaderRequest ? Omit<R, "id"> : never;

export interface StartOptions {
  /** Options for Node besides the limits; by default those of a submission's process. */
  options?: readonly string[];
  /** The file with the memory snapshot to start from, see snapshotReader.ts; null to start from the bundle. */
  snapshot?: string | null;
  /** Is charged for all its time, the start included; but the process is never ended during the start. */
  budget?: TimeBudget | null;
}

/** Starting takes 50 ms, or seconds on a machine under heavy load. */
const startSeconds = 30;

/** A process that gets hardly any processor time is ended after this many times the limit on the clock. */
const patience = 10;

/** Answers that come sooner are not timed. */
const graceMs = 20;

/** The least time between two looks at the processor time. */
const leastMs = 50;

const forged: Stopped = { kind: "stopped", cause: "forged" };
const died: Stopped = { kind: "stopped", cause: "died" };

/** A request that has not been answered yet. */
interface Waiting {
  id: number;
  seconds: number;
  settle: (answer: Answer | Promise<never>) => void;
  answerQuestion: AnswerQuestion;
}

/**
 * The grader's end of one process behind the walls. The process answers one request after another, each under a time
 * limit, and is ended with SIGKILL. Nothing it sends is trusted: anything but the answer to the current request, or a
 * question that it may ask meanwhile, ends it.
 */
export class SandboxProcess {
  private readonly reader = new FrameReader();
  private lastId = 0;
  private errorOutput = "";
  private stopped: Stopped | null = null;
  /** A grader fault: what happened to the process is unknown. */
  private fault: Error | null = null;
  /** In the order sent: the process is working on the first, and only that one's time counts. */
  private waiting: Waiting[] = [];
  /** Whether a question from the process is being answered. */
  private isAsked = false;
  private endWatch: () => void = () => {};
  private readonly used: UsedTime;
  private budget: TimeBudget | null = null;
  private endCounting: () => void = () => {};

  private constructor(
    private readonly process: Launched,
    private readonly limits: Limits,
  ) {
    this.used = new UsedTime(process.pid);
    process.pipe.on("data", (chunk: Buffer) => this.receive(chunk));
    process.pipe.on("error", () => this.stop(died));
    process.ended.then(
      (end) => this.stop(this.stoppedBy(end)),
      (fault: Error) => this.giveUp(fault),
    );
  }

  /**
   * @param launch starts the process; its pipe does not keep the grader running, but the timer of a pending answer does
   * @throws Error when the process does not start: a fault of the machine, not of the submission
   */
  static async start(
    bundle: string,
    limits: Limits,
    launch: Launch = launchDirectly,
    { options, snapshot, budget = null }: StartOptions = {},
  ): Promise<SandboxProcess> {
    const [command, args] = sandboxCommand(bundle, limits, { options, snapshot });
    const launched = await launch(command, args).catch((error: Error) => {
      throw new Error(words.sandbox.notLaunched(error.message));
    });
    const started = new SandboxProcess(launched, limits);
    const answer = await started.expect(0, startSeconds, refuseQuestions);
    if (answer.kind !== "ready") {
      const detail = started.errorOutput.trim().split("\n")[0];
      throw new Error(words.sandbox.notReady(detail || JSON.stringify(answer)));
    }
    started.chargeTo(budget, 0);
    return started;
  }

  get alive(): boolean {
    return this.stopped === null;
  }

  /** Seconds of processor time, from its start. */
  get usedSeconds(): number {
    return this.used.read();
  }

  /**
   * Charges the time it uses from now on to a submission's budget, and ends the process when the budget is used up.
   *
   * @param from time it has already used, which is not charged
   */
  chargeTo(budget: TimeBudget | null, from = this.used.read()): void {
    this.endCounting();
    this.budget = budget;
    this.endCounting = budget && this.alive ? budget.count(this.used, from) : () => {};
  }

  /** @param answerQuestion answers what the process asks before it replies; by default it may not ask */
  ask(request: NewRequest, answerQuestion: AnswerQuestion = refuseQuestions): Promise<Answer> {
    this.lastId += 1;
    const answer = this.expect(this.lastId, this.limits.seconds, answerQuestion);
    this.send({ id: this.lastId, ...request });
    return answer;
  }

  /** Asks about a file, whose bytes are sent unchanged. */
  askAbout(file: Buffer, text: string): Promise<Answer> {
    this.lastId += 1;
    const answer = this.expect(this.lastId, this.limits.seconds, refuseQuestions);
    this.send({ id: this.lastId, kind: "read", bytes: file.length, text });
    if (this.alive) this.process.pipe.write(file);
    return answer;
  }

  /** Sends many requests at once. They are answered one after another, each under its own time limit. */
  askAll(requests: readonly NewRequest[]): Promise<Answer>[] {
    this.process.pipe.cork();
    const answers = requests.map((request) => this.ask(request));
    this.process.pipe.uncork();
    // A caller stops at the first one that fails, and does not handle the others.
    for (const answer of answers) answer.catch(() => {});
    return answers;
  }

  end(): void {
    this.stop(died);
  }

  private async expect(id: number, seconds: number, answerQuestion: AnswerQuestion): Promise<Answer> {
    if (this.fault) throw this.fault;
    if (this.stopped) return this.stopped;
    return new Promise((settle) => {
      this.waiting.push({ id, seconds, settle, answerQuestion });
      this.used.begin();
      if (this.waiting.length === 1) this.watch(seconds);
    });
  }

  /**
   * Ends the process when its time is over. On a busy machine a process gets only part of the time that passes;
   * counting the rest would be unfair, and a matter of chance.
   */
  private watch(seconds: number): void {
    const start = performance.now();
    let usedAtStart = 0;
    let timer: NodeJS.Timeout;
    const lookAgain = (used: number): void => {
      const left = Math.min(seconds - used, this.budget?.left ?? Number.POSITIVE_INFINITY);
      timer = setTimeout(look, Math.max(leastMs, left * 1000));
    };
    const look = (): void => {
      const used = this.used.read() - usedAtStart;
      const isOver = used >= 0.95 * seconds || performance.now() - start > patience * seconds * 1000;
      if (this.budget?.left === 0) this.stop(this.budget.stopped);
      else if (isOver) this.stop({ kind: "stopped", cause: "time", seconds });
      else lookAgain(used);
    };
    // Most answers arrive within a millisecond; asking the system each time would take as long.
    const beginCounting = (): void => {
      usedAtStart = this.used.read();
      lookAgain(graceMs / 1000);
    };
    timer = setTimeout(beginCounting, graceMs);
    this.endWatch = () => clearTimeout(timer);
  }

  private receive(chunk: Buffer): void {
    if (this.stopped) return;
    try {
      for (const frame of this.reader.push(chunk)) this.handle(parseReply(frame));
    } catch (error) {
      const isExcess = error instanceof BeyondLimits;
      this.stop(isExcess ? { kind: "stopped", cause: "excess", ...error.excess } : forged);
    }
  }

  private handle(reply: Reply): void {
    const [waiting, next] = this.waiting;
    // While it waits for an answer to a question, an honest process sends nothing.
    if (!waiting || reply.id !== waiting.id || this.isAsked) throw new Error("a reply that nobody waits for");
    if (reply.kind === "stand-in") {
      this.hear(reply, waiting.answerQuestion);
      return;
    }
    this.waiting.shift();
    this.endWatch();
    if (next) this.watch(next.seconds);
    else this.used.pause();
    waiting.settle(reply);
  }

  private hear(question: StandInQuestion, answerQuestion: AnswerQuestion): void {
    // It has not read earlier answers before asking again: they would pile up here.
    if (this.process.pipe.writableLength > 0) throw new Error("a question out of turn");
    const { id, kind } = question;
    const tell = (known: StandInReply): void => {
      this.isAsked = false;
      this.used.begin();
      this.send({ id, kind, ...known });
    };
    const answer = answerQuestion(question);
    this.isAsked = true;
    // From here on, the time is the reference's.
    this.used.pause();
    if (answer instanceof Promise) answer.then(tell, (error: Error) => this.failToAnswer(error));
    else tell(answer);
  }

  private failToAnswer(error: Error): void {
    if (error instanceof StoppedError) this.stop(error.stopped);
    else this.giveUp(error);
  }

  private send(request: Request | ReaderRequest): void {
    if (this.alive) this.process.pipe.write(frameOf(request));
  }

  private stop(stopped: Stopped): void {
    if (this.stopped) return;
    this.stopped = stopped;
    this.endCounting();
    this.process.kill();
    this.process.pipe.destroy();
    this.settleAll(() => stopped);
  }

  private giveUp(fault: Error): void {
    this.fault = fault;
    this.settleAll(() => Promise.reject(fault));
    this.stop(died);
  }

  private settleAll(answer: () => Answer | Promise<never>): void {
    this.endWatch();
    for (const { settle } of this.waiting) settle(answer());
    this.waiting = [];
  }

  private stoppedBy({ code, signal: ownSignal, errorOutput }: End): Stopped {
    this.errorOutput = errorOutput;
    const signal = ownSignal ?? signalIn(code);
    // In this process, V8 aborts (SIGABRT, SIGTRAP) for no other reason.
    const gaveUp = ["SIGABRT", "SIGTRAP"].includes(signal ?? "");
    if (gaveUp || /out of memory|allocation failed|heap limit/i.test(errorOutput)) {
      return { kind: "stopped", cause: "memory", megabytes: this.limits.memoryMB };
    }
    return { kind: "stopped", cause: "died", end: signal ?? code };
  }
}

/** Like a shell, bubblewrap reports the signal that ended a process as 128 plus its number. */
function signalIn(code: number | null): string | undefined {
  return Object.entries(constants.signals).find(([, number]) => 128 + number === code)?.[0];
}

function refuseQuestions(): never {
  throw new Error("a question that it may not ask");
}
