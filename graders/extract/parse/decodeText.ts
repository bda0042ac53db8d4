import { saying } from "../../../src/words/Saying";
import { NotGradable } from "../NotGradable";
import { normalizeLines } from "../normalizeLines";
import { disguiseOf } from "./disguiseOf";

/** @throws NotGradable unless the bytes are non-empty text in UTF-8 or UTF-16 */
export function decodeText(bytes: Buffer): string {
  if (bytes.length === 0) throw new NotGradable(saying("extract", "empty"));
  const disguise = disguiseOf(bytes);
  if (disguise) throw new NotGradable(saying("extract", "disguised", disguise));
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && bytes.includes(0)) throw new NotGradable(saying("extract", "binary"));
  try {
    // TextDecoder removes the byte order mark.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.trim() === "") throw new NotGradable(saying("extract", "blank"));
    return normalizeLines(text);
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    throw new NotGradable(saying("extract", "notUtf8"));
  }
}

/** By the byte order mark. Without one, a notebook or a script in UTF-16 begins with two characters of ASCII. */
function encodingOf([a, b, c, d]: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  if ((a === 0xff && b === 0xfe) || (a > 0 && b === 0 && c > 0 && d === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b > 0 && c === 0 && d > 0)) return "utf-16be";
  return "utf-8";
}
