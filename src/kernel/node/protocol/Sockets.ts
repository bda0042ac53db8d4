import { Reply, Router, XPublisher } from "zeromq";
import { createMessage } from "../../protocol/createMessage";
import type { Content, Message } from "../../protocol/Message";
import type { Channel, Receive, Transport } from "../../Transport";
import { address, type ConnectionInfo } from "./ConnectionInfo";
import { decodeMessage, encodeMessage } from "./wire";

/** The kernel's five ZeroMQ sockets. */
export class Sockets implements Transport {
  // Without a limit: publishing drops messages beyond the high-water mark, and a lost `idle` hangs a client.
  private readonly iopub = new XPublisher({ sendHighWaterMark: 0, linger: 1000, verbosity: "allSubs" });
  // Handed over: a client that comes back, after a laptop slept or a network changed, has the identity of its old
  // connection, which may still be open.
  private readonly shell = new Router({ sendHighWaterMark: 0, linger: 1000, handover: true });
  private readonly control = new Router({ sendHighWaterMark: 0, linger: 1000, handover: true });
  private readonly stdin = new Router({ linger: 0, handover: true });
  private readonly heartbeat = new Reply({ linger: 0 });
  /** Sends are chained: ZeroMQ refuses a second one while the first is under way. */
  private readonly pending = new Map<XPublisher | Router, Promise<void>>();

  constructor(private readonly info: ConnectionInfo) {}

  /** Binds the sockets and starts to receive. */
  async open(receive: Receive): Promise<void> {
    const { info } = this;
    await Promise.all([
      this.iopub.bind(address(info, info.iopub_port)),
      this.shell.bind(address(info, info.shell_port)),
      this.control.bind(address(info, info.control_port)),
      this.stdin.bind(address(info, info.stdin_port)),
      this.heartbeat.bind(address(info, info.hb_port)),
    ]);
    void this.echoHeartbeats();
    void this.welcomeSubscribers();
    void this.receiveFrom("shell", receive);
    void this.receiveFrom("control", receive);
    void this.receiveFrom("stdin", receive);
  }

  reply(channel: Channel, request: Message, content: Content): void {
    const type = request.header.msg_type.replace(/_request$/, "_reply");
    this.send(this[channel], createMessage(type, content, request));
  }

  ask(type: string, content: Content, request: Message): string {
    const question = createMessage(type, content, request);
    this.send(this.stdin, question);
    return question.header.msg_id;
  }

  publish(type: string, content: Content, parent?: Message): void {
    const topic = Buffer.from(`kernel.${type}`);
    this.send(this.iopub, { ...createMessage(type, content, parent), identities: [topic] });
  }

  async close(): Promise<void> {
    await Promise.all(this.pending.values());
    for (const socket of [this.iopub, this.shell, this.control, this.stdin, this.heartbeat]) socket.close();
  }

  private send(socket: XPublisher | Router, message: Message): void {
    const frames = encodeMessage(message, this.info.key);
    const previous = this.pending.get(socket) ?? Promise.resolve();
    const sent = previous.then(() => socket.send(frames)).catch((error) => console.error(`nablab kernel: ${error}`));
    this.pending.set(socket, sent);
  }

  private async receiveFrom(channel: Channel, receive: Receive): Promise<void> {
    for await (const frames of this[channel]) {
      try {
        receive(decodeMessage(frames, this.info.key), channel);
      } catch (error) {
        console.error(`nablab kernel: ${(error as Error).message}`);
      }
    }
  }

  /** Tells every subscriber that it will miss nothing from now on. */
  private async welcomeSubscribers(): Promise<void> {
    for await (const [frame] of this.iopub) {
      // A subscription is a 1 followed by the topic; the end of one starts with 0.
      if (frame[0] !== 1) continue;
      const subscription = frame.subarray(1);
      const welcome = createMessage("iopub_welcome", { subscription: subscription.toString() });
      this.send(this.iopub, { ...welcome, identities: [subscription] });
    }
  }

  private async echoHeartbeats(): Promise<void> {
    for await (const frames of this.heartbeat) await this.heartbeat.send(frames);
  }
}
