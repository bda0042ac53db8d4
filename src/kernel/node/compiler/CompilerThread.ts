import path from "node:path";
import { Worker } from "node:worker_threads";
import type { CompilerReply, CompilerRequest } from "../../compiler/answerRequest";
import type { Compiler } from "../../compiler/Compiler";
import type { CompilerRequests } from "../../compiler/createRequests";

/**
 * MB for the compiler's young objects. V8 would take three times that; most of what the compiler makes are syntax trees,
 * which stay.
 */
const youngGeneration = 6;

interface Pending {
  request: CompilerRequest;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * The compiler, in a thread of its own: reading the library's types takes a second, during which the kernel must still
 * answer its clients. If the thread ends, because memory ran out, a new one takes over.
 */
export class CompilerThread implements Compiler {
  private worker: Worker;
  private readonly pending = new Map<number, Pending>();
  /** What a new thread has to be told. */
  private commits: CompilerRequest[] = [];
  private lastId = 0;
  /** Whether the thread has answered anything yet: one that cannot even start is not started again and again. */
  private hasAnswered = false;
  /** Whether the thread has ended, and waits for the next request to be started again. */
  private isGone = false;

  /** @param directory the notebook's, where imports are resolved */
  constructor(private readonly directory: string) {
    this.worker = this.start();
  }

  request<Name extends keyof CompilerRequests>(
    name: Name,
    ...args: Parameters<CompilerRequests[Name]>
  ): Promise<ReturnType<CompilerRequests[Name]>> {
    const id = ++this.lastId;
    const request: CompilerRequest = { id, name, args };
    if (this.isGone) this.startAgain();
    if (name === "reset") this.commits = [];
    if (name === "commit") this.commits.push(request);
    this.worker.postMessage(request);
    return new Promise((resolve, reject) => {
      this.pending.set(id, { request, resolve: resolve as Pending["resolve"], reject });
    });
  }

  restart(): void {
    this.replace(new Error("it was interrupted"));
  }

  stop(): void {
    void this.worker.terminate();
  }

  private start(): Worker {
    const worker = new Worker(path.join(__dirname, "thread.js"), {
      workerData: this.directory,
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    worker.on("message", (reply: CompilerReply) => this.settle(reply));
    worker.on("error", (error) => (this.hasAnswered ? this.replace(error) : this.failAll(error)));
    return worker;
  }

  private settle(reply: CompilerReply): void {
    this.hasAnswered = true;
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    if ("error" in reply) pending?.reject(reply.error);
    else pending?.resolve(reply.value);
  }

  private failAll(error: unknown): void {
    this.isGone = true;
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }

  private startAgain(): void {
    this.hasAnswered = false;
    this.isGone = false;
    this.worker.removeAllListeners();
    void this.worker.terminate();
    this.worker = this.start();
    for (const commit of this.commits) this.worker.postMessage(commit);
  }

  private replace(error: unknown): void {
    this.startAgain();
    // The request that was being answered is the one to blame; the others are made again.
    const [failed, ...waiting] = [...this.pending.values()].filter(({ request }) => request.name !== "commit");
    for (const { request } of waiting) this.worker.postMessage(request);
    if (failed) this.pending.delete(failed.request.id);
    failed?.reject(error);
  }
}
