import { constants } from "node:os";
import { cpuTime } from "./cpuTime";
import { FrameReader } from "./FrameReader";
import { frameOf } from "./frame";
import type { End, Launch, Launched } from "./Launched";
import { launchDirectly } from "./launchDirectly";
import { type Limits, sandboxCommand } from "./limits";
import { parseReply } from "./parseReply";
import type { Reply, Request, StandInAnswer } from "./protocol";

/** The call was ended from outside, and the process with it. `reason` continues "It was …". */
export interface Stopped {
  kind: "stopped";
  reason: string;
}

type StandInQuestion = Extract<Reply, { kind: "stand-in" }>;

export type Answer = Exclude<Reply, StandInQuestion> | Stopped;

export type StandInReply = Pick<StandInAnswer, "failed" | "text">;

/** Gives the reference's answer for a stand-in, at once where it is known; `args` is JSON. Rejects when that takes too long. */
export type StandIn = (name: string, args: string) => StandInReply | Promise<StandInReply>;

/** Starting takes 50 ms; on a machine under heavy load, seconds. */
const startSeconds = 30;

/** How many times the limit may pass on the clock before a process is ended that has hardly been given any time. */
const patience = 10;

/** What is answered sooner is not watched. */
const graceMs = 20;

/** A question that has not been answered yet. */
interface Waiting {
  id: number;
  seconds: number;
  settle: (answer: Answer | Promise<never>) => void;
  standIn: StandIn;
}

/**
 * The grader's end of one sandbox process, which answers one question after another, each under a time limit, and is ended
 * with SIGKILL.
 */
export class Sandbox {
  private readonly reader = new FrameReader();
  private lastId = 0;
  private errorOutput = "";
  private stopped: Stopped | null = null;
  /** Of ours: what became of the process cannot be told. */
  private fault: Error | null = null;
  /** In the order in which they were asked: the process is at the first, and that one's time counts. */
  private waiting: Waiting[] = [];
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
   * @throws Error when the process does not come up: a fault of the machine, not of the submission
   */
  static async start(bundle: string, limits: Limits, launch: Launch = launchDirectly): Promise<Sandbox> {
    const [command, args] = sandboxCommand(bundle, limits);
    const launched = await launch(command, args).catch((error: Error) => {
      throw new Error(`the sandbox could not be started: ${error.message}`);
    });
    const sandbox = new Sandbox(launched, limits);
    const answer = await sandbox.expect(0, startSeconds);
    if (answer.kind !== "ready") {
      const detail = sandbox.errorOutput.trim().split("\n")[0];
      throw new Error(`the sandbox did not start: ${detail || JSON.stringify(answer)}`);
    }
    return sandbox;
  }

  get alive(): boolean {
    return this.stopped === null;
  }

  /** Replaces what was loaded before. `program` is what {@link Extraction.program} gives. */
  load(program: string, standIns: readonly string[]): Promise<Answer> {
    return this.ask((id) => ({ id, kind: "load", standIns, text: program }));
  }

  /**
   * @param name of a function of the program
   * @param args JSON of a list of encoded values
   * @param awaits whether a promise is waited for
   */
  call(name: string, args: string, standIn: StandIn = refuse, awaits = false): Promise<Answer> {
    return this.ask((id) => ({ id, kind: "call", name, awaits, text: args }), standIn);
  }

  /**
   * Asks for many calls at once: neither side waits for messages to come and go. They are run one after another, with no
   * stand-in, each under its own time limit.
   */
  callAll(calls: readonly { name: string; args: string }[]): Promise<Answer>[] {
    this.process.pipe.cork();
    const answers = calls.map(({ name, args }) => this.call(name, args));
    this.process.pipe.uncork();
    // Whoever sees the first of them fail does not look at the others.
    for (const answer of answers) answer.catch(() => {});
    return answers;
  }

  /** The compiled code of what has run of the library, see cacheCode.ts. Believed only where no submission has run. */
  code(): Promise<Answer> {
    return this.ask((id) => ({ id, kind: "code", text: "" }));
  }

  end(): void {
    this.stop("its process was ended");
  }

  private ask(requestOf: (id: number) => Request, standIn: StandIn = refuse): Promise<Answer> {
    this.lastId += 1;
    const answer = this.expect(this.lastId, this.limits.seconds, standIn);
    this.send(requestOf(this.lastId));
    return answer;
  }

  private async expect(id: number, seconds: number, standIn: StandIn = refuse): Promise<Answer> {
    if (this.fault) throw this.fault;
    if (this.stopped) return this.stopped;
    return new Promise((settle) => {
      this.waiting.push({ id, seconds, settle, standIn });
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
      const tooLarge = error instanceof RangeError;
      this.stop(
        tooLarge ? "stopped: its result is too large" : "stopped: it sent the grader something that is no result",
      );
    }
  }

  private handle(reply: Reply): void {
    const [waiting, next] = this.waiting;
    if (!waiting || reply.id !== waiting.id) throw new Error("a reply that nobody waits for");
    if (reply.kind === "stand-in") {
      this.standIn(reply, waiting.standIn(reply.name, reply.text));
      return;
    }
    this.waiting.shift();
    this.endWatch();
    if (next) this.watch(next.seconds);
    waiting.settle(reply);
  }

  private standIn({ id, kind }: StandInQuestion, answer: ReturnType<StandIn>): void {
    const tell = (known: StandInReply): void => this.send({ id, kind, ...known });
    if (answer instanceof Promise) answer.then(tell, () => this.stop(`stopped after ${this.limits.seconds} s`));
    else tell(answer);
  }

  private send(request: Request): void {
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

const refuse: StandIn = (name) => ({ failed: true, text: `${name} has no stand-in` });
