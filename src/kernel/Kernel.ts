import { CellRunner, type Outcome, type Parts } from "./CellRunner";
import { toCodePoints, toUtf16 } from "./protocol/codePoints";
import { History } from "./protocol/History";
import type { Content, Message } from "./protocol/Message";
import { OutputPublisher } from "./protocol/OutputPublisher";
import type { Channel, Transport } from "./Transport";

/** How long requests that were sent together with a failing one may take to arrive, in milliseconds. */
const arrival = 10;

/** Answered while a cell runs: a page can be reloaded, and names completed, while one trains for an hour. */
const immediate = new Set([
  "kernel_info_request",
  "complete_request",
  "inspect_request",
  "is_complete_request",
  "history_request",
  "comm_info_request",
]);

export interface KernelOptions extends Parts {
  transport: Transport;
  /** The content of a `kernel_info_reply`. */
  info: Content;
  /** Called when the kernel has shut down. */
  end(): void;
}

/** Answers the requests of Jupyter's messaging protocol. */
export class Kernel {
  private readonly transport: Transport;
  private readonly runner: CellRunner;
  private readonly history = new History();
  private readonly outputs: OutputPublisher;
  /** The requests behind the outputs, by the cell's number. */
  private readonly requests = new Map<number, Message>();
  private readonly queue: Message[] = [];
  /** Requests aborted by an earlier failure. */
  private readonly aborted = new Set<Message>();
  private isBusy = false;
  private latest: Message | undefined;
  private executionCount = 0;
  /** The id of the last question that a cell has asked. */
  private question = "";

  constructor(private readonly options: KernelOptions) {
    this.transport = options.transport;
    this.outputs = new OutputPublisher(this.transport);
    this.runner = new CellRunner(
      options,
      (output) => this.outputs.publish(output, this.requestOf(output.cell)),
      (prompt) => this.ask(prompt),
    );
  }

  async start(): Promise<void> {
    await this.transport.open((message, channel) => this.receive(message, channel));
    this.transport.publish("status", { execution_state: "starting" });
    // Reads the library's types, so that the first cell does not wait for them. If that fails, the first cell says so.
    await this.runner.compiler.request("compile", 'import * as nablab from "nablab"; nablab;').catch(() => {});
  }

  /** Ends the running cell, as Jupyter's interrupt does. */
  interrupt(): void {
    this.runner.interrupt();
  }

  /** Ends the engine and the compiler at once. */
  stop(): void {
    this.runner.stop();
  }

  async shutdown(): Promise<void> {
    this.stop();
    await this.transport.close();
    this.options.end();
  }

  private receive(message: Message, channel: Channel): void {
    if (channel === "stdin") {
      this.takeAnswer(message);
      return;
    }
    if (channel === "control") {
      void this.answer(message, channel);
      return;
    }
    if (this.isBusy && immediate.has(message.header.msg_type)) {
      void this.answerMeanwhile(message);
      return;
    }
    this.queue.push(message);
    if (!this.isBusy) void this.workOff();
  }

  /** Answers while a cell runs, and says afterwards that the kernel is as busy as before. */
  private async answerMeanwhile(message: Message): Promise<void> {
    await this.answer(message, "shell");
    if (this.isBusy) this.transport.publish("status", { execution_state: "busy" }, this.latest);
  }

  private async workOff(): Promise<void> {
    this.isBusy = true;
    for (let message = this.queue.shift(); message; message = this.queue.shift()) await this.answer(message, "shell");
    this.isBusy = false;
  }

  private async answer(message: Message, channel: Channel): Promise<void> {
    this.transport.publish("status", { execution_state: "busy" }, message);
    try {
      const content = await this.contentFor(message);
      if (content) this.transport.reply(channel, message, content);
    } catch (error) {
      // A fault of the kernel; the client must not wait for ever.
      const { name, message: evalue, stack = "" } = error as Error;
      this.transport.reply(channel, message, { status: "error", ename: name, evalue, traceback: stack.split("\n") });
    }
    this.outputs.flush();
    this.transport.publish("status", { execution_state: "idle" }, message);
    if (message.header.msg_type === "shutdown_request") await this.shutdown();
  }

  /** The reply's content; undefined for messages that have no reply. */
  private async contentFor(message: Message): Promise<Content | undefined> {
    const { content } = message;
    switch (message.header.msg_type) {
      case "kernel_info_request":
        return this.options.info;
      case "execute_request":
        return this.execute(message);
      case "complete_request":
        return this.complete(content);
      case "inspect_request":
        return this.inspect(content);
      case "is_complete_request":
        return { ...(await this.runner.compiler.request("isComplete", String(content.code))) };
      case "history_request":
        return this.history.reply(content);
      case "comm_open":
        // There is no other end: the protocol asks to say so.
        this.transport.publish("comm_close", { comm_id: content.comm_id, data: {} }, message);
        return undefined;
      case "comm_info_request":
        return { status: "ok", comms: {} };
      case "interrupt_request":
        this.interrupt();
        return { status: "ok" };
      case "shutdown_request":
        return { status: "ok", restart: content.restart === true };
      default:
        return undefined;
    }
  }

  private async execute(message: Message): Promise<Content> {
    if (this.aborted.delete(message)) return { status: "aborted", execution_count: this.executionCount };
    const { code: given, silent, store_history, stop_on_error, allow_stdin } = message.content;
    const code = String(given);
    const isSilent = silent === true;
    const isStored = !isSilent && store_history !== false;
    if (isStored) this.executionCount++;
    const execution_count = this.executionCount;
    if (!isSilent) this.transport.publish("execute_input", { code, execution_count }, message);

    this.latest = message;
    const announce = (cell: number) => void this.requests.set(cell, message);
    const outcome = await this.runner.run(
      code,
      isStored ? `Cell [${execution_count}]` : "Cell [ ]",
      announce,
      allow_stdin === true,
      cellIdOf(message),
    );
    this.publishOutcome(outcome, message, execution_count, isSilent);
    if (isStored) this.history.add(execution_count, code, plainText(outcome));
    if (outcome.error) {
      if (stop_on_error !== false) await this.abortQueued();
      return { status: "error", execution_count, ...outcome.error };
    }
    const expressions = message.content.user_expressions as Record<string, string> | undefined;
    return { status: "ok", execution_count, payload: [], user_expressions: await this.evaluateAll(expressions ?? {}) };
  }

  private publishOutcome({ error, result }: Outcome, message: Message, execution_count: number, isSilent: boolean) {
    this.outputs.flush();
    if (error) this.transport.publish("error", { ...error }, message);
    else if (result && !isSilent) this.outputs.result(result, execution_count, message);
  }

  private async abortQueued(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, arrival));
    for (const message of this.queue) if (message.header.msg_type === "execute_request") this.aborted.add(message);
  }

  private async evaluateAll(expressions: Record<string, string>): Promise<Content> {
    const values: Content = {};
    for (const [name, expression] of Object.entries(expressions)) {
      const { error, result } = await this.runner.run(expression, "expression");
      const data = result ?? { "text/plain": "undefined" };
      values[name] = error ? { status: "error", ...error } : { status: "ok", data, metadata: {} };
    }
    return values;
  }

  /** Asks the client that sent the running cell. */
  private ask(prompt: string): void {
    if (!this.latest) return;
    // What was printed so far may explain the question.
    this.outputs.flush();
    this.question = this.transport.ask("input_request", { prompt, password: false }, this.latest);
  }

  /** Not every client says which question it answers. */
  private takeAnswer({ header, parentHeader, content }: Message): void {
    const isLate = parentHeader?.msg_id !== undefined && parentHeader.msg_id !== this.question;
    if (header.msg_type === "input_reply" && !isLate) this.runner.answer(String(content.value ?? ""));
  }

  /** The request behind an output, as far as it is known. */
  private requestOf(cell: number | null): Message | undefined {
    return (cell === null ? undefined : this.requests.get(cell)) ?? this.latest;
  }

  private async complete({ code, cursor_pos }: Content): Promise<Content> {
    const text = String(code);
    const offset = toUtf16(text, Number(cursor_pos));
    const { start, end, items } = await this.runner.compiler.request("complete", text, offset);
    const [cursor_start, cursor_end] = [toCodePoints(text, start), toCodePoints(text, end)];
    const types = items.map((item) => ({ ...item, start: cursor_start, end: cursor_end }));
    const metadata = { _jupyter_types_experimental: types };
    return { status: "ok", matches: items.map((item) => item.text), cursor_start, cursor_end, metadata };
  }

  private async inspect({ code, cursor_pos }: Content): Promise<Content> {
    const text = String(code);
    const found = await this.runner.compiler.request("inspect", text, toUtf16(text, Number(cursor_pos)));
    const data = found ? { "text/plain": found.plain, "text/markdown": found.markdown } : {};
    return { status: "ok", found: found !== undefined, data, metadata: {} };
  }
}

/** JupyterLab says which cell it runs; not every front end does. */
function cellIdOf({ metadata }: Message): string | null {
  return typeof metadata.cellId === "string" ? metadata.cellId : null;
}

function plainText({ result }: Outcome): string | null {
  const text = (result as Record<string, unknown> | undefined)?.["text/plain"];
  return typeof text === "string" ? text : null;
}
