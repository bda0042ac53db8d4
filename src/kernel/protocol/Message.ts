/** The header of every Jupyter message. */
export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

export type Content = Record<string, unknown>;

/** A Jupyter message; `identities` are ZeroMQ's routing prefixes. */
export interface Message {
  identities: Uint8Array[];
  header: Header;
  parentHeader: Header | Record<string, never>;
  metadata: Content;
  content: Content;
  buffers: Uint8Array[];
}

/** The version of the messaging protocol that the kernel speaks: 5.4 greets subscribers with `iopub_welcome`. */
export const protocolVersion = "5.4";
