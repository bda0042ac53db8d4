import { createHmac, timingSafeEqual } from "node:crypto";
import type { Message } from "../../protocol/Message";

const delimiter = Buffer.from("<IDS|MSG>");

/** The frames of a message: identities, delimiter, signature, header, parent header, metadata, content, buffers. */
export function encodeMessage(message: Message, key: string): Buffer[] {
  const parts = [message.header, message.parentHeader, message.metadata, message.content];
  const body = parts.map((part) => Buffer.from(JSON.stringify(part)));
  const { identities, buffers } = message;
  return [...identities.map(toBuffer), delimiter, Buffer.from(sign(body, key)), ...body, ...buffers.map(toBuffer)];
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/**
 * The message in a list of frames.
 *
 * @throws Error when the frames are not a Jupyter message, or its signature is wrong.
 */
export function decodeMessage(frames: readonly Buffer[], key: string): Message {
  const start = frames.findIndex((frame) => frame.equals(delimiter));
  const [signature, ...body] = frames.slice(start + 1, start + 6);
  if (start < 0 || !signature || body.length < 4) {
    throw new Error(`not a Jupyter message: ${frames.length} frames without ${delimiter} or its four parts`);
  }
  const expected = Buffer.from(sign(body, key));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    throw new Error("a Jupyter message came with a wrong signature; it was not sent by this kernel's client");
  }
  const [header, parentHeader, metadata, content] = body.map((part) => JSON.parse(part.toString("utf8")));
  if (![header, content].every(isObject) || ![header.msg_id, header.msg_type].every(isText)) {
    throw new Error("not a Jupyter message: expected objects as header and content, with msg_id and msg_type as text");
  }
  return {
    identities: frames.slice(0, start),
    header,
    parentHeader,
    metadata,
    content,
    buffers: frames.slice(start + 6),
  };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function sign(body: readonly Buffer[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of body) hmac.update(part);
  return hmac.digest("hex");
}
