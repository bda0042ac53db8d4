import { constants } from "node:os";
import type { End, Launch, Launched } from "../launcher/Launched";
import { launchDirectly } from "../launcher/launchDirectly";
import { BeyondLimits } from "../wire/BeyondLimits";
import { FrameReader } from "../wire/FrameReader";
import { frameOf } from "../wire/frame";
import { parseReply } from "../wire/parseReply";
import type { ReaderRequest, Reply, Request, StandInAnswer } from "../wire/protocol";
import { cpuTime } from "./cpuTime";
import { type Limits, sandboxCommand } from "./limits";

/** The call was ended from outside, and the process with it. `reason` continues "It was …". */
export interface Stopped {
  kind: "stopped";
  reason: string;
}

export type StandInQuestion = Extract<Reply, { kind: "stand-in" }>;

export type Answer = Exclude<Reply, StandInQuestion> | Stopped;

export type StandInReply = Pick<StandInAnswer, "failed" | "text">;

/**
 * Answers a question of the process, at once where the answer is known. Throws when the question is not one that the
 * process may ask; rejects when the answer takes too long.
 */
export type AnswerQuestion = (question: StandInQuestion) => StandInReply | Promise<StandInReply>;

/** A request whose number is still to be given. */
export type NewRequest = Unnumbered<Request>;

type Unnumbered<R> = R extends Request | ReaderRequest ? Omit<R, "id"> : never;

/** Starting takes 50 ms; on a machine under heavy load, seconds. */
const startSeconds = 30;

/** How many times the limit may pass on the clock before a process is ended that has hardly been given any time. */
const patience = 10;

/** What is answered sooner is not watched. */
const graceMs = 20;

const forged = "stopped: it sent the grader something that is no result";

/** A request that has not been answered yet. */
interface Waiting {
  id: number;
  seconds: number;
  settle: (answer: Answer | Promise<never>) => void;
  answerQuestion: AnswerQuestion;
}

/**
 * The grader's end of one process behind the walls, which answers one request after another, each under a time limit, and is
 * ended with SIGKILL. Nothing that it sends is believed: what is not the answer to the request that it is at, or a question
 * that it may ask meanwhile, ends it.
 */
export class SandboxProcess {
  private readonly reader = new FrameReader();
  private lastId = 0;
  private errorOutput = "";
  private stopped: Stopped | null = null;
  /** Of ours: what became of the process cannot be told. */
  private fault: Error | null = null;
  /** In the order in which they were sent: the process is at the first, and that one's time counts. */
  private waiting: Waiting[] = [];
  /** Whether a question of the process is being answered. */
  private isAsked = false;
  private endWatch: () => void = () => {};

  private constructor(
    private readonly process: Launched,
    private readonly limits: Limits,
  ) {
    process.pipe.on("data", (chunk: Buffer) => this.receive(chunk));
    process.pipe.on("error", () => this.stop("its process went away"));
    process.ended.then(
      (end) => this.stop(this.reasonOfDeath(end)),
      (fault: Error) => this.giveUp(fault),
    );
  }

  /**
   * @param launch starts the process; its pipe does not keep the grader from ending, but whoever waits for an answer has a
   * timer running
   * @param options for Node, beside the limits; those for a submission's process unless told
   * @throws Error when the process does not come up: a fault of the machine, not of the submission
   */
  static async start(
    bundle: string,
    limits: Limits,
    launch: Launch = launchDirectly,
    options?: readonly string[],
  ): Promise<SandboxProcess> {
    const [command, args] = sandboxCommand(bundle, limits, options);
    const launched = await launch(command, args).catch((error: Error) => {
      throw new Error(`the sandbox could not be started: ${error.message}`);
    });
    const started = new SandboxProcess(launched, limits);
    const answer = await started.expect(0, startSeconds, refuseQuestions);
    if (answer.kind !== "ready") {
      const detail = started.errorOutput.trim().split("\n")[0];
      throw new Error(`the sandbox did not start: ${detail || JSON.stringify(answer)}`);
    }
    return started;
  }

  get alive(): boolean {
    return this.stopped === null;
  }

  /** @param answerQuestion what to say when the process asks something before it answers; by default it may not */
  ask(request: NewRequest, answerQuestion: AnswerQuestion = refuseQuestions): Promise<Answer> {
    this.lastId += 1;
    const answer = this.expect(this.lastId, this.limits.seconds, answerQuestion);
    this.send({ id: this.lastId, ...request });
    return answer;
  }

  /** Asks about a file, which is sent as it is. */
  askAbout(file: Buffer, text: string): Promise<Answer> {
    this.lastId += 1;
    const answer = this.expect(this.lastId, this.limits.seconds, refuseQuestions);
    this.send({ id: this.lastId, kind: "read", bytes: file.length, text });
    if (this.alive) this.process.pipe.write(file);
    return answer;
  }

  /** Sends many requests in one piece. They are answered one after another, each under its own time limit. */
  askAll(requests: readonly NewRequest[]): Promise<Answer>[] {
    this.process.pipe.cork();
    const answers = requests.map((request) => this.ask(request));
    this.process.pipe.uncork();
    // Whoever sees the first of them fail does not look at the others.
    for (const answer of answers) answer.catch(() => {});
    return answers;
  }

  end(): void {
    this.stop("its process was ended");
  }

  private async expect(id: number, seconds: number, answerQuestion: AnswerQuestion): Promise<Answer> {
    if (this.fault) throw this.fault;
    if (this.stopped) return this.stopped;
    return new Promise((settle) => {
      this.waiting.push({ id, seconds, settle, answerQuestion });
      if (this.waiting.length === 1) this.watch(seconds);
    });
  }

  /**
   * Ends the process when the time is over. On a machine that is busy with other things, a process gets only a part of
   * the time that passes; it would be unfair, and by chance, to count what it did not get.
   */
  private watch(seconds: number): void {
    const start = performance.now();
    let cpuAtStart: number | null = null;
    let timer: NodeJS.Timeout;
    const look = (): void => {
      const cpu = cpuTime(this.process.pid);
      const used = cpu === null || cpuAtStart === null ? seconds : cpu - cpuAtStart;
      const isOver = used >= 0.95 * seconds || performance.now() - start > patience * seconds * 1000;
      if (isOver) this.stop(`stopped after ${seconds} s`);
      else timer = setTimeout(look, Math.max(50, (seconds - used) * 1000));
    };
    // Most answers are there within a millisecond; asking the system each time would take as long.
    const beginCounting = (): void => {
      cpuAtStart = cpuTime(this.process.pid);
      timer = setTimeout(look, seconds * 1000 - graceMs);
    };
    timer = setTimeout(beginCounting, graceMs);
    this.endWatch = () => clearTimeout(timer);
  }

  private receive(chunk: Buffer): void {
    if (this.stopped) return;
    try {
      for (const frame of this.reader.push(chunk)) this.handle(parseReply(frame));
    } catch (error) {
      this.stop(error instanceof BeyondLimits ? `stopped: ${error.message}` : forged);
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
    waiting.settle(reply);
  }

  private hear(question: StandInQuestion, answerQuestion: AnswerQuestion): void {
    // It asks without having read what it was told: its answers would pile up here.
    if (this.process.pipe.writableLength > 0) throw new Error("a question out of turn");
    const { id, kind } = question;
    const tell = (known: StandInReply): void => {
      this.isAsked = false;
      this.send({ id, kind, ...known });
    };
    const answer = answerQuestion(question);
    this.isAsked = true;
    if (answer instanceof Promise) answer.then(tell, () => this.stop(`stopped after ${this.limits.seconds} s`));
    else tell(answer);
  }

  private send(request: Request | ReaderRequest): void {
    if (this.alive) this.process.pipe.write(frameOf(request));
  }

  private stop(reason: string): void {
    if (this.stopped) return;
    const stopped: Stopped = { kind: "stopped", reason };
    this.stopped = stopped;
    this.process.kill();
    this.process.pipe.destroy();
    this.settleAll(() => stopped);
  }

  private giveUp(fault: Error): void {
    this.fault = fault;
    this.settleAll(() => Promise.reject(fault));
    this.stop(fault.message);
  }

  private settleAll(answer: () => Answer | Promise<never>): void {
    this.endWatch();
    for (const { settle } of this.waiting) settle(answer());
    this.waiting = [];
  }

  private reasonOfDeath({ code, signal: ownSignal, errorOutput }: End): string {
    this.errorOutput = errorOutput;
    const signal = ownSignal ?? signalIn(code);
    // V8 aborts itself (SIGABRT, SIGTRAP) for no other reason in this process.
    const gaveUp = ["SIGABRT", "SIGTRAP"].includes(signal ?? "");
    if (gaveUp || /out of memory|allocation failed|heap limit/i.test(errorOutput)) {
      return `stopped: it used more than ${this.limits.memoryMB} MB of memory`;
    }
    return `stopped: its process ended early (${signal ?? code ?? "no exit code"})`;
  }
}

/** Bubblewrap, like a shell, reports the signal that ended a process as 128 and its number. */
function signalIn(code: number | null): string | undefined {
  return Object.entries(constants.signals).find(([, number]) => 128 + number === code)?.[0];
}

function refuseQuestions(): never {
  throw new Error("a question that it may not ask");
}
