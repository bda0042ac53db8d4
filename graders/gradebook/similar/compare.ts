import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { words } from "../../../src/words/words";
import { bundleComparer } from "../../sandbox/host/bundle";
import { Refusal } from "../Refusal";
import type { Answers, Task } from "./Task";

/** A class of 1,000 takes seconds; hand-ins that are made to take long do not keep the dashboard busy for longer. */
const limits = { seconds: 300, memoryMB: 2048 };

/**
 * Has a thread compare what readers have read: it would keep this one busy for seconds.
 *
 * @throws Refusal when it takes too much time or memory
 */
export async function compare<K extends Task["kind"]>(task: Task & { kind: K }): Promise<Answers[K]> {
  const worker = new Worker(await bundleComparer(), {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMB },
  });
  try {
    worker.postMessage(task);
    const signal = AbortSignal.timeout(limits.seconds * 1000);
    const [answer] = (await once(worker, "message", { signal })) as [Answers[K]];
    return answer;
  } catch (error) {
    const { name, code } = error as Error & { code?: string };
    const isBeyond = name === "AbortError" || code === "ERR_WORKER_OUT_OF_MEMORY";
    throw isBeyond ? new Refusal(words.similar.tooMuch(limits)) : error;
  } finally {
    await worker.terminate();
  }
}
