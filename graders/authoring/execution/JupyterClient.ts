import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { Dealer, Request, Subscriber } from "zeromq";
import { address, type ConnectionInfo } from "../../../src/kernel/node/protocol/ConnectionInfo";
import { decodeMessage, encodeMessage } from "../../../src/kernel/node/protocol/wire";
import { createMessage } from "../../../src/kernel/protocol/createMessage";
import type { Content, Message } from "../../../src/kernel/protocol/Message";
import { root } from "../../course/folderOf";
import { packagesFolder } from "../../places/packagesFolder";

/** Node's arguments, given a connection file, that start the kernel in the `dist/` of a folder. */
export function builtKernel(folder: string): (file: string) => string[] {
  return (file) => [path.join(folder, "dist/kernel/node/main.js"), "--connection-file", file];
}

export interface Exchange {
  reply: Message;
  /** What was published for the request, from `busy` to `idle`. */
  published: Message[];
}

/** A Jupyter front end for tests: starts the kernel of dist/ and talks to it over its sockets. */
export class JupyterClient {
  readonly published: Message[] = [];
  private readonly identity = randomUUID();
  private readonly shell = new Dealer({ linger: 0, routingId: this.identity });
  private readonly control = new Dealer({ linger: 0 });
  /** With the shell's identity, by which a kernel addresses its questions. */
  private readonly stdin = new Dealer({ linger: 0, routingId: this.identity });
  private readonly iopub = new Subscriber({ linger: 0 });
  /** What cells have asked. */
  readonly questions: Message[] = [];
  private answered = 0;
  readonly replies: Message[] = [];
  private readonly watchers = new Set<() => void>();
  /** Why nothing more will come: the kernel has ended. */
  private failure: Error | undefined;

  private constructor(
    readonly info: ConnectionInfo,
    readonly process: ChildProcess,
    private readonly folder: string,
  ) {
    this.watchProcess();
  }

  /**
   * Starts a kernel and waits until it answers; rejects with its stderr when it ends instead.
   *
   * @param directory where it runs; notebooks/ by default
   * @param program Node's arguments, given a connection file; by default those of the built kernel
   * @param environment variables to add to those of this process
   */
  static async start(
    directory = path.join(root, "notebooks"),
    program = builtKernel(root),
    environment: Record<string, string> = {},
  ): Promise<JupyterClient> {
    const info = await createConnection();
    const folder = mkdtempSync(path.join(os.tmpdir(), "nablab-kernel-"));
    const file = path.join(folder, "connection.json");
    writeFileSync(file, JSON.stringify(info), { mode: 0o600 });
    const node = path.join(packagesFolder(root), "node/bin/node");
    const kernel = spawn(node, program(file), {
      cwd: directory,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "inherit", "pipe"],
    });
    const client = new JupyterClient(info, kernel, folder);
    try {
      await client.connect();
    } catch (error) {
      client.stop();
      throw error;
    }
    return client;
  }

  /** Sends a request and waits for its reply and for `idle`. */
  async request(type: string, content: Content, channel: "shell" | "control" = "shell"): Promise<Exchange> {
    return this.finish(await this.send(type, content, channel));
  }

  execute(code: string, options: Content = {}): Promise<Exchange> {
    return this.request("execute_request", executeContent(code, options));
  }

  /** Sends a request without waiting; returns its id for `finish`. */
  async send(type: string, content: Content, channel: "shell" | "control" = "shell"): Promise<string> {
    const message = createMessage(type, content);
    await this[channel].send(encodeMessage(message, this.info.key));
    return message.header.msg_id;
  }

  /** Sends frames as they are, also such as no client would send. */
  async sendFrames(frames: Buffer[]): Promise<void> {
    await this.shell.send(frames);
  }

  /** Waits for the end of a request. */
  async finish(id: string): Promise<Exchange> {
    const answers = (message: Message) => message.parentHeader.msg_id === id;
    const reply = await this.until(() => this.replies.find(answers));
    await this.until(() => this.published.find((message) => answers(message) && isIdle(message)));
    return { reply, published: this.published.filter(answers) };
  }

  /** Waits until `find` returns something, trying again after every message; rejects when the kernel has ended. */
  until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found !== undefined) resolve(found);
        else if (this.failure) reject(this.failure);
        else return;
        this.watchers.delete(look);
      };
      this.watchers.add(look);
      look();
    });
  }

  /** Waits for the next question that no answer was sent to, answers it, and returns what it was. */
  async answerNext(value: string): Promise<Content> {
    const question = await this.until(() => this.questions.at(this.answered));
    this.answered = this.questions.indexOf(question) + 1;
    await this.stdin.send(encodeMessage(createMessage("input_reply", { value }, question), this.info.key));
    return question.content;
  }

  /** Echoes a heartbeat. */
  async heartbeat(): Promise<string> {
    const socket = new Request({ linger: 0 });
    socket.connect(address(this.info, this.info.hb_port));
    await socket.send("ping");
    const [echo] = await socket.receive();
    socket.close();
    return echo.toString();
  }

  /** Ends the kernel without asking it. */
  stop(): void {
    this.process.kill("SIGKILL");
    for (const socket of [this.shell, this.control, this.stdin, this.iopub]) socket.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async connect(): Promise<void> {
    const { info } = this;
    this.shell.connect(address(info, info.shell_port));
    this.control.connect(address(info, info.control_port));
    this.stdin.connect(address(info, info.stdin_port));
    this.iopub.connect(address(info, info.iopub_port));
    this.iopub.subscribe();
    void this.collect(this.shell, this.replies);
    void this.collect(this.control, this.replies);
    void this.collect(this.stdin, this.questions);
    void this.collect(this.iopub, this.published);
    // This kernel greets a subscriber; others are asked until they publish something.
    const ask = setInterval(() => void this.send("kernel_info_request", {}), 50);
    try {
      await this.until(() => this.published.at(0));
    } finally {
      clearInterval(ask);
    }
  }

  /** Fails everything that waits for the kernel once the kernel has ended. */
  private watchProcess(): void {
    let written = "";
    this.process.stderr?.on("data", (chunk: Buffer) => {
      written += chunk;
      process.stderr.write(chunk);
    });
    this.process.on("close", (code, signal) => {
      this.failure = new Error(`the kernel ended (${signal ?? `exit code ${code}`}); its stderr:\n${written}`);
      this.lookAgain();
    });
  }

  private lookAgain(): void {
    for (const look of [...this.watchers]) look();
  }

  private async collect(socket: Dealer | Subscriber, into: Message[]): Promise<void> {
    for await (const frames of socket) {
      into.push(decodeMessage(frames, this.info.key));
      this.lookAgain();
    }
  }
}

/** The content of an `execute_request`. */
export function executeContent(code: string, options: Content = {}): Content {
  return { code, silent: false, store_history: true, user_expressions: {}, stop_on_error: true, ...options };
}

function isIdle({ header, content }: Message): boolean {
  return header.msg_type === "status" && content.execution_state === "idle";
}

async function createConnection(): Promise<ConnectionInfo> {
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = await freePorts(5);
  const signing = { key: randomUUID(), signature_scheme: "hmac-sha256" };
  return { transport: "tcp", ip: "127.0.0.1", shell_port, iopub_port, stdin_port, control_port, hb_port, ...signing };
}

/** Ports that the system reports as free; held at the same time, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map((server) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done))));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
