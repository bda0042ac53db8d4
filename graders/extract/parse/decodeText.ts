import { words } from "../../../src/words/words";
import { NotGradable } from "../NotGradable";
import { normalizeLines } from "../normalizeLines";

/** @throws NotGradable unless the bytes are non-empty text in UTF-8, or in UTF-16 with a byte order mark */
export function decodeText(bytes: Buffer): string {
  if (bytes.length === 0) throw new NotGradable(words.extract.empty);
  const isUtf16 = bytes.length > 1 && bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isUtf16 && bytes.includes(0)) throw new NotGradable(words.extract.binary);
  try {
    // TextDecoder removes the byte order mark.
    const text = new TextDecoder(isUtf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
    if (text.trim() === "") throw new NotGradable(words.extract.blank);
    return normalizeLines(text);
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    throw new NotGradable(words.extract.notUtf8);
  }
}
