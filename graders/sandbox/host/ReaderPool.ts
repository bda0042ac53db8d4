import { availableParallelism } from "node:os";
import { words } from "../../../src/words/words";
import { isOurFile } from "../../places/ourFile";
import type { Launch } from "../launcher/Launched";
import type { Limits } from "./limits";
import { type Answer, SandboxProcess } from "./SandboxProcess";
import { snapshotOf } from "./snapshotOf";
import { Turns } from "./Turns";

/** What reading one file may take. Most take some milliseconds, and a hundredth of the memory. */
export const readingLimits: Limits = { seconds: 10, memoryMB: 512 };

/**
 * A reader lives long, and does the same again and again: V8's optimizing compilers work as they do by default, beside it.
 * Most of what a file leaves behind is gone with the next one.
 */
export const longRun = [
  ...["--v8-pool-size=1", "--disable-sigusr1"],
  ...["--no-rehash-snapshot", "--hash-seed=1"],
  "--initial-heap-size=64",
];

/** A process is renewed after so many files, long before its share of processor time is used up. */
const maxFiles = 2000;

/** What rests longer is ended: the class has been read. */
const maxRestMs = 5000;

/**
 * Starting a reader takes as long as reading a dozen ordinary files: one that is busy is waited for as long as this, by one
 * file or by several. A class that is graded as it is read hardly ever waits.
 */
const busyMs = 150;

/** What a reader says of a file: its answer as JSON, or why there is none, which continues the file's name. */
export type ReaderAnswer = { kind: "answer"; text: string } | { kind: "refused"; reason: string };

interface Reader {
  process: SandboxProcess;
  files: number;
}

export interface ReaderOptions {
  limits?: Limits;
  /** How many files are read at the same time; one for each processor unless told. */
  size?: number;
  launch?: Launch;
}

/**
 * Has files read in processes behind the walls, as many at once as there are processors. A process whose file takes too much
 * time or memory ends, and with it nothing but the reading of that file.
 */
export class ReaderPool {
  private readonly limits: Limits;
  private readonly launch: Launch | undefined;
  private readonly turns: Turns;
  private readonly resting: { reader: Reader; timer: NodeJS.Timeout }[] = [];
  /** How many have a file, or are being started for one. */
  private busy = 0;
  /** Who waits for one to have done. */
  private readonly waiting: ((reader: Reader) => void)[] = [];
  /** How long files have waited so, since a reader was last started for it. */
  private waitedMs = 0;
  /** One that was started before anybody needed it. */
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

  /** Starts a process, which takes a moment, while there are other things to do. */
  startAhead(): void {
    if (this.ahead || this.resting.length > 0) return;
    this.ahead = this.start();
    // Whoever takes it is told.
    this.ahead.catch(() => {});
  }

  /**
   * @param load gives the file's bytes, when it is its turn: many large files do not fit into the memory
   * @param question JSON of a `Question`
   * @throws Error what `load` throws; and when no reader can be started, a fault of the machine
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

  /** Ends what rests. Who asks again gets new processes. */
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

  /** One that is busy now, if it has done soon; null when it is time for another one. */
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

  /** Null where there is no snapshot, or none that this machine can use. */
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
    // It may be what earlier files have left behind; or the system ended a process, to have its memory.
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
    if (answer.kind === "failed") return { kind: "refused", reason: answer.text };
    if (answer.kind !== "stopped") throw new Error(`a reader answered with ${answer.kind}`);
    return { kind: "refused", reason: words.outcomes.unread(answer) };
  }
}
