import { words } from "../../../src/words/words";
import { NotGradable } from "../NotGradable";
import { normalizeLines } from "../normalizeLines";

/** @throws NotGradable for what is no text in UTF-8 (or UTF-16 with a byte order mark), and for empty text */
export function decodeText(bytes: Buffer): string {
  if (bytes.length === 0) throw new NotGradable(words.extract.empty);
  const isUtf16 = bytes.length > 1 && bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isUtf16 && bytes.includes(0)) throw new NotGradable(words.extract.binary);
  try {
    // TextDecoder takes the byte order mark away.
    const text = new TextDecoder(isUtf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
    if (text.trim() === "") throw new NotGradable(words.extract.blank);
    return normalizeLines(text);
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    throw new NotGradable(words.extract.notUtf8);
  }
}
