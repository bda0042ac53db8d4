// The program of a page around the browser's kernel: a client, as a notebook is one.
import { browserParts } from "../../../../src/kernel/browser/browserParts";
import { type LiteMessage, LiteTransport } from "../../../../src/kernel/browser/LiteTransport";
import { Kernel } from "../../../../src/kernel/Kernel";
import { createMessage } from "../../../../src/kernel/protocol/createMessage";
import { describeKernel } from "../../../../src/kernel/protocol/describeKernel";
import type { Content } from "../../../../src/kernel/protocol/Message";
import type { Heard } from "../Heard";

/** A kernel, and what it says. */
class Notebook {
  private readonly heard: Heard[] = [];
  private readonly waiting = new Map<string, (idle: Heard[]) => void>();
  private readonly transport = new LiteTransport((message) => this.hear(message));
  private readonly kernel: Kernel;

  constructor(addresses: { compiler: string; engine: string; files: string; digits: string[] }) {
    const info = describeKernel({ nablab: "0", typescript: "5.9", platform: "a browser" });
    this.kernel = new Kernel({ transport: this.transport, ...browserParts(addresses), info, end: () => {} });
    void this.kernel.start();
  }

  /** Sends a request; returns its id. */
  send(type: string, content: Content): string {
    const { header, metadata } = createMessage(type, content);
    this.transport.handle({ channel: "shell", header, parent_header: {}, metadata, content, buffers: [] });
    return header.msg_id;
  }

  /** All that the kernel says to a request, once it is done with it. */
  ask(type: string, content: Content): Promise<Heard[]> {
    return this.answerTo(this.send(type, content));
  }

  answerTo(id: string): Promise<Heard[]> {
    const done = this.repliesTo(id);
    return isDone(done) ? Promise.resolve(done) : new Promise((resolve) => this.waiting.set(id, resolve));
  }

  run(code: string): Promise<Heard[]> {
    return this.ask("execute_request", { code, silent: false, store_history: true, stop_on_error: true });
  }

  repliesTo(id: string): Heard[] {
    return this.heard.filter(({ parent }) => parent === id);
  }

  /** The messages of the errors that cells had. */
  errors(): unknown[] {
    return this.heard.filter(({ type }) => type === "error").map(({ content }) => content.evalue);
  }

  /** Waits for the first text that a cell prints. */
  untilPrinting(id: string): Promise<void> {
    return new Promise((resolve) => {
      const hasPrinted = () => this.repliesTo(id).some(({ type }) => type === "stream");
      const look = () => (hasPrinted() ? resolve() : setTimeout(look, 20));
      look();
    });
  }

  interrupt(): void {
    this.kernel.interrupt();
  }

  stop(): Promise<void> {
    return this.kernel.shutdown();
  }

  private hear({ channel, header, parent_header, content }: LiteMessage): void {
    const parent = parent_header.msg_id;
    this.heard.push({ channel, type: header.msg_type, content, parent, at: performance.now() });
    if (parent === undefined) return;
    const all = this.repliesTo(parent);
    if (!isDone(all)) return;
    this.waiting.get(parent)?.(all);
    this.waiting.delete(parent);
  }
}

/** A kernel is done with a request when it has replied, and is idle. */
function isDone(heard: readonly Heard[]): boolean {
  const isIdle = heard.some(({ type, content }) => type === "status" && content.execution_state === "idle");
  return isIdle && heard.some(({ type }) => type.endsWith("_reply"));
}

/** What went wrong in the page, outside cells, as far as a page can know. */
const complaints: string[] = [];
addEventListener("error", ({ message }) => complaints.push(message));
addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));
console.error = console.warn = (...args) => complaints.push(args.join(" "));

/** Knows which workers have not been told to end. */
class CountedWorker extends Worker {
  static readonly alive = new Set<Worker>();

  constructor(...args: ConstructorParameters<typeof Worker>) {
    super(...args);
    CountedWorker.alive.add(this);
  }

  override terminate(): void {
    CountedWorker.alive.delete(this);
    super.terminate();
  }
}

Object.assign(globalThis, { Notebook, Worker: CountedWorker, complaints });
