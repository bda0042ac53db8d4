import { type Content, type Header, type Message, protocolVersion } from "./Message";

const session = crypto.randomUUID();

/** A new message of this process's session, answering `parent` when there is one. */
export function createMessage(type: string, content: Content, parent?: Message): Message {
  return {
    identities: parent ? parent.identities : [],
    header: createHeader(type),
    parentHeader: parent ? parent.header : {},
    metadata: {},
    content,
    buffers: [],
  };
}

function createHeader(type: string): Header {
  return {
    msg_id: crypto.randomUUID(),
    msg_type: type,
    session,
    username: "nablab",
    date: new Date().toISOString(),
    version: protocolVersion,
  };
}
