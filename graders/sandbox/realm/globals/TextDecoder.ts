/// <reference lib="es2024.string" />
import { realmWords } from "../../../../src/words/realmWords";

const replacement = "\ufffd";

/** The names of the encodings that can be read. */
const names: Record<string, string> = {
  ...{ "utf-8": "utf-8", utf8: "utf-8", "utf-16": "utf-16le", "utf-16le": "utf-16le" },
  ...{ latin1: "iso-8859-1", "iso-8859-1": "iso-8859-1", ascii: "iso-8859-1", "us-ascii": "iso-8859-1" },
};

interface Read {
  text: string;
  /** Bytes at the end that may be the beginning of a character. */
  rest: Uint8Array;
}

/** Decodes UTF-8, UTF-16 and Latin-1. */
export class TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  private rest: Uint8Array = new Uint8Array();
  private isStart = true;

  /** @throws RangeError for an encoding that is not known */
  constructor(label = "utf-8", { fatal = false, ignoreBOM = false }: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    const encoding = names[String(label).trim().toLowerCase()];
    if (!encoding) throw new RangeError(realmWords.unknownEncoding(label));
    this.encoding = encoding;
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
  }

  /** @throws TypeError with `fatal`, for bytes that are not of this encoding */
  decode(input: ArrayBuffer | ArrayBufferView = new Uint8Array(), { stream = false } = {}): string {
    const bytes = Uint8Array.of(...this.rest, ...bytesOf(input));
    const { text, rest } = this.encoding === "utf-8" ? readUtf8(bytes) : readFixed(bytes, this.encoding);
    const whole = text + (rest.length > 0 && !stream ? replacement : "");
    if (this.fatal && whole.includes(replacement) && !isGenuine(whole, bytes, this.encoding)) {
      throw new TypeError(realmWords.notEncoded(this.encoding));
    }
    const hasMark = this.isStart && !this.ignoreBOM && whole.startsWith("\ufeff") && this.encoding !== "iso-8859-1";
    this.rest = stream ? rest : new Uint8Array();
    this.isStart = stream ? this.isStart && whole === "" : true;
    return hasMark ? whole.slice(1) : whole;
  }
}

function bytesOf(input: ArrayBuffer | ArrayBufferView): Uint8Array {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  return new Uint8Array(input);
}

/** Whether the bytes themselves spell the replacement character, and nothing had to be replaced. */
function isGenuine(text: string, bytes: Uint8Array, encoding: string): boolean {
  if (encoding !== "utf-8") return readFixed(bytes, encoding).rest.length === 0 && text.isWellFormed();
  return unescape(encodeURIComponent(text)) === String.fromCharCode(...bytes);
}

/** What is not UTF-8 becomes a replacement character for each longest part that could begin a character. */
function readUtf8(bytes: Uint8Array): Read {
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i];
    if (first < 0x80) {
      text += String.fromCharCode(first);
      i += 1;
      continue;
    }
    const length =
      first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 1;
    const end = i + fitting(bytes, i, length);
    if (end === bytes.length && end - i < length) return { text, rest: bytes.slice(i) };
    text += length > 1 && end - i === length ? characterOf(bytes.subarray(i, end)) : replacement;
    i = end;
  }
  return { text, rest: new Uint8Array() };
}

/** How many bytes from `start` on can belong to one character of this length; at least 1. */
function fitting(bytes: Uint8Array, start: number, length: number): number {
  const lowest: Record<number, number> = { 224: 0xa0, 240: 0x90 };
  const highest: Record<number, number> = { 237: 0x9f, 244: 0x8f };
  let count = 1;
  while (count < length && start + count < bytes.length) {
    const byte = bytes[start + count];
    const [low, high] = count === 1 ? [lowest[bytes[start]] ?? 0x80, highest[bytes[start]] ?? 0xbf] : [0x80, 0xbf];
    if (byte < low || byte > high) break;
    count += 1;
  }
  return count;
}

function characterOf(bytes: Uint8Array): string {
  const [first, ...others] = bytes;
  const start = first & (0x7f >> bytes.length);
  return String.fromCodePoint(others.reduce((code, byte) => (code << 6) | (byte & 63), start));
}

/** Encodings with one or two bytes for each unit. */
function readFixed(bytes: Uint8Array, encoding: string): Read {
  const size = encoding === "utf-16le" ? 2 : 1;
  const end = bytes.length - (bytes.length % size);
  let text = "";
  for (let i = 0; i < end; i += size)
    text += String.fromCharCode(size === 2 ? bytes[i] | (bytes[i + 1] << 8) : bytes[i]);
  return { text: size === 2 ? text.toWellFormed() : text, rest: bytes.slice(end) };
}
