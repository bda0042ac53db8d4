import path from "node:path";
import { Worker } from "node:worker_threads";
import type { CompilerReply, CompilerRequest } from "../../compiler/answerRequest";
import type { Compiler } from "../../compiler/Compiler";
import type { CompilerRequests } from "../../compiler/createRequests";

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * The compiler, in a thread of its own: reading the library's types takes a second, during which the kernel must still
 * answer its clients.
 */
export class CompilerThread implements Compiler {
  private readonly worker: Worker;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;

  /** @param directory the notebook's, where imports are resolved */
  constructor(directory: string) {
    this.worker = new Worker(path.join(__dirname, "thread.js"), { workerData: directory });
    this.worker.on("message", (reply: CompilerReply) => this.settle(reply));
    this.worker.on("error", (error) => this.fail(error));
  }

  request<Name extends keyof CompilerRequests>(
    name: Name,
    ...args: Parameters<CompilerRequests[Name]>
  ): Promise<ReturnType<CompilerRequests[Name]>> {
    const id = ++this.lastId;
    const request: CompilerRequest = { id, name, args };
    this.worker.postMessage(request);
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve: resolve as Pending["resolve"], reject });
    });
  }

  stop(): void {
    void this.worker.terminate();
  }

  private settle(reply: CompilerReply): void {
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    if ("error" in reply) pending?.reject(reply.error);
    else pending?.resolve(reply.value);
  }

  private fail(error: unknown): void {
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}
