import { createMessage } from "../protocol/createMessage";
import type { Content, Header, Message } from "../protocol/Message";
import type { Channel, Receive, Transport } from "../Transport";

/** A message as the parts of JupyterLab hand it around. */
export interface LiteMessage {
  channel: Channel | "iopub";
  header: Header;
  parent_header: Message["parentHeader"];
  metadata: Content;
  content: Content;
  buffers: unknown[];
}

/** Messages to and from JupyterLite, in the same page. It delivers them by the session of the client that asked. */
export class LiteTransport implements Transport {
  private receive: Receive = () => {};
  /** The session of the client that was heard last, for what answers nobody. */
  private session: string | undefined;

  constructor(private readonly send: (message: LiteMessage) => void) {}

  async open(receive: Receive): Promise<void> {
    this.receive = receive;
  }

  /** Hands a client's message to the kernel. */
  handle({ channel, header, parent_header, metadata, content }: LiteMessage): void {
    this.session = header.session;
    const message: Message = { identities: [], header, parentHeader: parent_header, metadata, content, buffers: [] };
    this.receive(message, channel === "iopub" ? "shell" : channel);
  }

  reply(channel: Channel, request: Message, content: Content): void {
    this.deliver(channel, request.header.msg_type.replace(/_request$/, "_reply"), content, request);
  }

  ask(type: string, content: Content, request: Message): string {
    return this.deliver("stdin", type, content, request);
  }

  publish(type: string, content: Content, parent?: Message): void {
    this.deliver("iopub", type, content, parent);
  }

  async close(): Promise<void> {}

  private deliver(channel: LiteMessage["channel"], type: string, content: Content, parent?: Message): string {
    const { header, parentHeader, metadata } = createMessage(type, content, parent);
    const session = parent?.header.session ?? this.session;
    // Before any client has spoken, there is nobody to tell.
    if (session === undefined) return header.msg_id;
    this.send({
      channel,
      header: { ...header, session },
      parent_header: parentHeader,
      metadata,
      content,
      buffers: [],
    });
    return header.msg_id;
  }
}
