import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { root } from "../../course/folderOf";
import type { Mutant } from "./Mutant";

export interface ThreadData {
  /** The assignment's folder. */
  folder: string;
  /** For the hidden checks' inputs. */
  seed: number;
}

export type MutantRequest = Pick<Mutant, "function" | "source" | "slip">;
/** The id of the check that caught the mutant, or null. */
export type MutantReply = "ready" | { caughtBy: string | null };

/**
 * Loads this file's neighbour from TypeScript as the command itself does, whatever the thread is started with: with what
 * has been translated before, a thread starts in a tenth of the time, and one is started after each mutant that never ends.
 */
const start = `
  require(${JSON.stringify(join(root, "graders/cli/registerTypeScript.js"))});
  require(${JSON.stringify(join(__dirname, "thread.ts"))});`;

/** Judges mutants, one after the other, in a thread that is replaced when a mutant does not finish. */
export class MutantThread {
  private worker: Worker | null = null;

  /** @param timeLimit milliseconds that one mutant may take */
  constructor(
    private readonly data: ThreadData,
    private readonly timeLimit: number,
  ) {}

  /** What caught the mutant: a check's id, the time limit, the memory limit; or null when nothing did. */
  async judge({ function: name, source, slip }: MutantRequest): Promise<string | null> {
    this.worker ??= await this.begin();
    const request: MutantRequest = { function: name, source, slip };
    this.worker.postMessage(request);
    const verdict = await Promise.race([this.reply(this.worker), this.timeout()]);
    if (verdict.isOver) await this.end();
    return verdict.caughtBy;
  }

  async end(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private async begin(): Promise<Worker> {
    const worker = new Worker(start, {
      eval: true,
      workerData: this.data,
      // What mutants print is not passed on.
      stdout: true,
      // A mutant that fills a list forever ends its thread, not this process.
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    await once(worker, "message");
    return worker;
  }

  private async reply(worker: Worker): Promise<Verdict> {
    try {
      const [{ caughtBy }] = (await once(worker, "message")) as [{ caughtBy: string | null }];
      return { caughtBy, isOver: false };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_WORKER_OUT_OF_MEMORY") throw error;
      return { caughtBy: "the memory limit", isOver: true };
    }
  }

  private async timeout(): Promise<Verdict> {
    await setTimeout(this.timeLimit, undefined, { ref: false });
    return { caughtBy: "the time limit", isOver: true };
  }
}

interface Verdict {
  caughtBy: string | null;
  /** Whether the thread can no longer be used. */
  isOver: boolean;
}
