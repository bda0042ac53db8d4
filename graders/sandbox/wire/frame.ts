import { Buffer } from "node:buffer";
/** A message that may have a long text. */
export interface Message {
  text: string;
}

/**
 * A frame: a 4-byte length (big-endian), then that many bytes: a line of JSON, then the text, unchanged. Texts are
 * mostly JSON themselves; inside another JSON, each of their quotes would have to be escaped and unescaped.
 */
export function frameOf<M extends Message>({ text, ...rest }: M): Buffer {
  const body = `${JSON.stringify(rest)}\n${text}`;
  const length = Buffer.byteLength(body);
  const frame = Buffer.allocUnsafe(4 + length);
  frame.writeUInt32BE(length, 0);
  frame.write(body, 4);
  return frame;
}

/** The message in the body of a frame, which may be anything. @throws SyntaxError when its first line is not JSON */
export function messageIn(body: string): unknown {
  const end = body.indexOf("\n");
  const rest: unknown = JSON.parse(end < 0 ? body : body.slice(0, end));
  return typeof rest === "object" && rest !== null ? { ...rest, text: end < 0 ? "" : body.slice(end + 1) } : rest;
}
