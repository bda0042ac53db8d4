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
 * answer its clients. If the thread ends, because memory ran out, a new one takes over, which knows of no cell.
 */
export class CompilerThread implements Compiler {
  private worker: Worker;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;

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
    this.worker.postMessage(request);
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve: resolve as Pending["resolve"], reject });
    });
  }

  stop(): void {
    void this.worker.terminate();
  }

  private start(): Worker {
    const worker = new Worker(path.join(__dirname, "thread.js"), { workerData: this.directory });
    worker.on("message", (reply: CompilerReply) => this.settle(reply));
    worker.on("error", (error) => this.replace(error));
    return worker;
  }

  private settle(reply: CompilerReply): void {
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    if ("error" in reply) pending?.reject(reply.error);
    else pending?.resolve(reply.value);
  }

  private replace(error: unknown): void {
    this.worker = this.start();
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}
