import type { Content, Message } from "./protocol/Message";

export type Channel = "shell" | "control" | "stdin";
export type Receive = (message: Message, channel: Channel) => void;

/** How messages reach the kernel, and how it answers: in Node over ZeroMQ's sockets. */
export interface Transport {
  /** Starts to receive. */
  open(receive: Receive): Promise<void>;
  /** Answers a request on the channel it came from. */
  reply(channel: Channel, request: Message, content: Content): void;
  /** Asks the client that sent a request; returns the id of the question. */
  ask(type: string, content: Content, request: Message): string;
  /** Tells every front end. */
  publish(type: string, content: Content, parent?: Message): void;
  /** Resolves when everything has been sent, and closes. */
  close(): Promise<void>;
}
