import type { CompilerReply, CompilerRequest } from "./answerRequest";
import type { Compiler } from "./Compiler";
import type { CompilerRequests } from "./createRequests";

/** A thread, or worker, in which a compiler answers requests. */
export interface CompilerPort {
  send(request: CompilerRequest): void;
  /** Ends it at once; it reports nothing any more. */
  end(): void;
}

export interface CompilerEvents {
  reply(reply: CompilerReply): void;
  /** It has ended by itself. */
  fail(error: unknown): void;
  /** It has been ended for the sake of another notebook that shared it. */
  move(): void;
}

interface Pending {
  request: CompilerRequest;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * The compiler, in a thread of its own: reading the library's types takes a second, during which the kernel must still
 * answer its clients. If the thread ends, because memory ran out, a new one takes over.
 */
export class RemoteCompiler implements Compiler {
  private port: CompilerPort;
  private readonly pending = new Map<number, Pending>();
  /** What a new thread has to be told. */
  private commits: CompilerRequest[] = [];
  private lastId = 0;
  /** Whether the thread has answered anything yet: one that cannot even start is not started again and again. */
  private hasAnswered = false;
  /** Whether the thread has ended, and waits for the next request to be started again. */
  private isGone = false;

  /** @param open starts a thread */
  constructor(private readonly open: (events: CompilerEvents) => CompilerPort) {
    this.port = this.start();
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
    this.port.send(request);
    return new Promise((resolve, reject) => {
      this.pending.set(id, { request, resolve: resolve as Pending["resolve"], reject });
    });
  }

  restart(): void {
    this.replace(new Error("it was interrupted"));
  }

  stop(): void {
    this.port.end();
  }

  private start(): CompilerPort {
    return this.open({
      reply: (reply) => this.settle(reply),
      fail: (error) => (this.hasAnswered ? this.replace(error) : this.failAll(error)),
      move: () => this.move(),
    });
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
    this.port.end();
    this.port = this.start();
    for (const commit of this.commits) this.port.send(commit);
  }

  /** All that waits for an answer is asked again. */
  private move(): void {
    this.startAgain();
    for (const { request } of this.pending.values()) if (request.name !== "commit") this.port.send(request);
  }

  private replace(error: unknown): void {
    this.startAgain();
    // The request that was being answered is the one to blame; the others are made again.
    const [failed, ...waiting] = [...this.pending.values()].filter(({ request }) => request.name !== "commit");
    for (const { request } of waiting) this.port.send(request);
    if (failed) this.pending.delete(failed.request.id);
    failed?.reject(error);
  }
}
