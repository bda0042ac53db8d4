import { availableParallelism } from "node:os";
import { type Reason, saying } from "../../../src/words/Saying";
import { isOurFile } from "../../places/ourFile";
import type { Launch } from "../launcher/Launched";
import { type Limits, longRun } from "./limits";
import { type Answer, SandboxProcess } from "./SandboxProcess";
import { snapshotOf } from "./snapshotOf";
import { Turns } from "./Turns";

/** The limits for reading one file. Most files take a few milliseconds and a hundredth of the memory. */
export const readingLimits: Limits = { seconds: 10, memoryMB: 512 };

/** A process is replaced after this many files, long before its share of processor time is used up. */
const maxFiles = 2000;

/** A reader that is idle for longer is ended: the class has been read. */
const maxRestMs = 5000;

/**
 * Starting a reader takes as long as reading a dozen ordinary files. So files first wait this long, in total, for a
 * busy reader to become free. A class that is graded as it is read hardly ever waits.
 */
const busyMs = 150;

/** What a reader says about a file: its answer as JSON, or the reason for none, worded to follow the file's name. */
export type ReaderAnswer = { kind: "answer"; text: string } | { kind: "refused"; reason: Reason };

interface Reader {
  process: SandboxProcess;
  files: number;
}

export interface ReaderOptions {
  limits?: Limits;
  /** How many files are read at the same time; by default one per processor. */
  size?: number;
  launch?: Launch;
}

/**
 * Reads files in processes behind the walls, by default one per processor. If a file takes too much time or memory, its
 * process ends, and only the reading of that file is lost.
 */
export class ReaderPool {
  private readonly limits: Limits;
  private readonly launch: Launch | undefined;
  private readonly turns: Turns;
  private readonly resting: { reader: Reader; timer: NodeJS.Timeout }[] = [];
  /** How many readers have a file, or are being started for one. */
  private busy = 0;
  /** Files waiting for a busy reader to become free. */
  private readonly waiting: ((reader: Reader) => void)[] = [];
  /** How long files have waited like this since a reader was last started because of it. */
  private waitedMs = 0;
  /** A reader that was started before it was needed. */
  private ahead: Promise<Reader> | null = null;

  /** @param bundle what {@link bundleReader} built */
  constructor(
    readonly bundle: string,
    { limits = readingLimits, size = availableParallelism(), launch }: ReaderOptions = {},
  ) {
    this.limits = limits;
    this.launch = launch;
    this.turns = new Turns(size);
  }

  /** Starts a process while there are other things to do, as that takes a moment. */
  startAhead(): void {
    if (this.ahead || this.resting.length > 0) return;
    this.ahead = this.start();
    // Whoever takes it handles the error.
    this.ahead.catch(() => {});
  }

  /**
   * @param load returns the file's bytes when its turn comes: many large files would not fit into memory at once
   * @param question JSON of a `Question`
   * @throws Error what `load` throws; also when no reader can be started, which is a fault of the machine
   */
  ask(load: () => Buffer, question: string): Promise<ReaderAnswer> {
    return this.turns.take(async () => {
      const file = load();
      this.busy += 1;
      try {
        const reader = await this.take();
        return this.read(await this.askTwice(reader, file, question));
      } finally {
        this.busy -= 1;
      }
    });
  }

  /** Ends idle readers. Later questions start new ones. */
  end(): void {
    for (const { reader, timer } of this.resting.splice(0)) {
      clearTimeout(timer);
      reader.process.end();
    }
    this.ahead?.then(
      ({ process }) => process.end(),
      () => {},
    );
    this.ahead = null;
  }

  private async take(): Promise<Reader> {
    const rested = this.resting.pop();
    if (rested) {
      clearTimeout(rested.timer);
      return rested.reader;
    }
    const handedOn = this.busy > 1 ? await this.handedOn() : null;
    if (handedOn) return handedOn;
    const started = this.ahead ?? this.start();
    this.ahead = null;
    return started;
  }

  /** A busy reader, if one becomes free soon enough; null when it is time to start another. */
  private handedOn(): Promise<Reader | null> {
    const start = performance.now();
    return new Promise((resolve) => {
      const give = (reader: Reader): void => {
        clearTimeout(timer);
        this.waitedMs += performance.now() - start;
        resolve(reader);
      };
      const timer = setTimeout(
        () => {
          this.waiting.splice(this.waiting.indexOf(give), 1);
          this.waitedMs = 0;
          resolve(null);
        },
        Math.max(0, busyMs - this.waitedMs),
      );
      this.waiting.push(give);
    });
  }

  private async start(): Promise<Reader> {
    return { process: (await this.startFromSnapshot()) ?? (await this.startProcess(null)), files: 0 };
  }

  /** Null if there is no snapshot, or this machine cannot use it. */
  private async startFromSnapshot(): Promise<SandboxProcess | null> {
    const snapshot = snapshotOf(this.bundle);
    if (!isOurFile(snapshot)) return null;
    return this.startProcess(snapshot).catch(() => null);
  }

  private startProcess(snapshot: string | null): Promise<SandboxProcess> {
    return SandboxProcess.start(this.bundle, this.limits, this.launch, { options: longRun, snapshot });
  }

  private async askTwice(reader: Reader, file: Buffer, question: string): Promise<Answer> {
    const isUsed = reader.files > 0;
    const answer = await this.askOne(reader, file, question);
    // Earlier files may have left something behind, or the system may have ended the process to free memory.
    const mayBeChance = answer.kind === "stopped" && answer.cause !== "time" && isUsed;
    return mayBeChance ? this.askOne(await this.start(), file, question) : answer;
  }

  private async askOne(reader: Reader, file: Buffer, question: string): Promise<Answer> {
    reader.files += 1;
    const answer = await reader.process.askAbout(file, question);
    if (!reader.process.alive) return answer;
    if (reader.files >= maxFiles) reader.process.end();
    else this.rest(reader);
    return answer;
  }

  private rest(reader: Reader): void {
    const next = this.waiting.shift();
    if (next) {
      next(reader);
      return;
    }
    const timer = setTimeout(() => {
      const place = this.resting.findIndex((one) => one.reader === reader);
      if (place >= 0) this.resting.splice(place, 1);
      reader.process.end();
    }, maxRestMs);
    timer.unref();
    this.resting.push({ reader, timer });
  }

  private read(answer: Answer): ReaderAnswer {
    if (answer.kind === "outcome") return { kind: "answer", text: answer.text };
    if (answer.kind === "failed") return { kind: "refused", reason: JSON.parse(answer.text) as Reason };
    if (answer.kind !== "stopped") throw new Error(`a reader answered with ${answer.kind}`);
    return { kind: "refused", reason: saying("outcomes", "unread", answer) };
  }
}
