import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";

interface Message {
  parent_header: { msg_id?: string };
  msg_type: string;
  content: Record<string, unknown>;
}

/** What a cell gave. */
export interface Ran {
  status: unknown;
  /** Of what it has shown: the types of the messages, and the content of each. */
  shown: { type: string; content: Record<string, unknown> }[];
}

/** A hub through its API, with the token of a service that may start servers and use them. */
export class HubClient {
  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  /** @throws Error for an answer that is not a success */
  async request(method: string, path: string, body?: object): Promise<string> {
    const headers = { authorization: `token ${this.token}` };
    const options = { method, headers, body: body && JSON.stringify(body) };
    const response = await fetch(this.origin + path, options);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text;
  }

  /** Starts a learner's server; resolves when it answers. */
  async startServer(learner: string): Promise<void> {
    const api = `/hub/api/users/${learner}`;
    await this.request("POST", `${api}/server`);
    while (!(await this.servers(learner)).some(({ ready }) => ready)) await delay(300);
  }

  /** The servers that a learner has: one or none. */
  async servers(learner: string): Promise<{ ready: boolean }[]> {
    const user = JSON.parse(await this.request("GET", `/hub/api/users/${learner}`));
    return Object.values(user.servers);
  }

  /** Starts a kernel on a learner's server, and runs cells there, one after the other. */
  async run(learner: string, notebook: string, cells: readonly string[]): Promise<Ran[]> {
    const base = `/user/${learner}/api/kernels`;
    const { id } = JSON.parse(await this.request("POST", base, { name: "nablab", path: notebook }));
    const address = `${this.origin.replace("http", "ws")}${base}/${id}/channels?token=${this.token}`;
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error(`${learner}: no connection with the kernel`));
    });
    const results: Ran[] = [];
    for (const cell of cells) results.push(await execute(socket, cell));
    socket.close();
    return results;
  }
}

function execute(socket: WebSocket, code: string): Promise<Ran> {
  const id = randomUUID();
  const header = { msg_id: id, msg_type: "execute_request", username: "", session: id, version: "5.3", date: "" };
  const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
  const ran: Ran = { status: undefined, shown: [] };
  let isIdle = false;
  return new Promise((resolve, reject) => {
    socket.onclose = () => reject(new Error(`the connection with the kernel closed during: ${code}`));
    socket.onmessage = ({ data }) => {
      const { parent_header, msg_type, content } = JSON.parse(String(data)) as Message;
      if (parent_header.msg_id !== id) return;
      if (msg_type === "execute_reply") ran.status = content.status;
      else if (msg_type !== "status") ran.shown.push({ type: msg_type, content });
      else isIdle = content.execution_state === "idle";
      if (isIdle && ran.status !== undefined) resolve(ran);
    };
    socket.send(JSON.stringify({ header, parent_header: {}, metadata: {}, content, channel: "shell", buffers: [] }));
  });
}
