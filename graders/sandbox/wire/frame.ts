import { Buffer } from "node:buffer";
/** Something to say about a text that may be long. */
export interface Message {
  text: string;
}

/**
 * A frame: a 4-byte length (big-endian) and that many bytes, which are a line of JSON and then the text, as it is. The
 * texts are mostly JSON themselves; inside another JSON, each of their quotes would have to be marked and unmarked.
 */
export function frameOf<M extends Message>({ text, ...rest }: M): Buffer {
  const body = `${JSON.stringify(rest)}\n${text}`;
  const length = Buffer.byteLength(body);
  const frame = Buffer.allocUnsafe(4 + length);
  frame.writeUInt32BE(length, 0);
  frame.write(body, 4);
  return frame;
}

/** The message in the body of a frame, which may be anything. @throws SyntaxError when its first line is no JSON */
export function messageIn(body: string): unknown {
  const end = body.indexOf("\n");
  const rest: unknown = JSON.parse(end < 0 ? body : body.slice(0, end));
  return typeof rest === "object" && rest !== null ? { ...rest, text: end < 0 ? "" : body.slice(end + 1) } : rest;
}
