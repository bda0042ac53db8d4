import { realmWords } from "../../../../src/words/realmWords";
import { DOMException } from "./DOMException";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** @throws DOMException for a character beyond one byte */
export function btoa(data: string): string {
  const text = String(data);
  if (/[^\0-\xff]/.test(text)) throw new DOMException(realmWords.beyondBytes, "InvalidCharacterError");
  let encoded = "";
  for (let i = 0; i < text.length; i += 3) {
    const bits = (text.charCodeAt(i) << 16) | ((text.charCodeAt(i + 1) || 0) << 8) | (text.charCodeAt(i + 2) || 0);
    const group = [18, 12, 6, 0].map((shift) => digits[(bits >> shift) & 63]).join("");
    encoded += i + 3 <= text.length ? group : group.slice(0, text.length - i + 1).padEnd(4, "=");
  }
  return encoded;
}

/** @throws DOMException for what is not base64 */
export function atob(data: string): string {
  let text = String(data).replace(/[\t\n\f\r ]/g, "");
  if (text.length % 4 === 0) text = text.replace(/==?$/, "");
  if (/[^A-Za-z0-9+/]/.test(text)) throw new DOMException(realmWords.beyondBytes, "InvalidCharacterError");
  if (text.length % 4 === 1) throw new DOMException(realmWords.notBase64, "InvalidCharacterError");
  let decoded = "";
  for (let i = 0; i < text.length; i += 4) {
    const group = text.slice(i, i + 4);
    const bits = [...group.padEnd(4, "A")].reduce((sum, digit) => (sum << 6) | digits.indexOf(digit), 0);
    decoded += String.fromCharCode(bits >> 16, (bits >> 8) & 255, bits & 255).slice(0, group.length - 1);
  }
  return decoded;
}
