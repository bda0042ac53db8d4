import { realmWords } from "../../../../src/words/realmWords";
import { defineUnavailable } from "../defineUnavailable";
import { seededRandom } from "../seededRandom";
import { DOMException } from "./DOMException";

const random = seededRandom(2);

/** Random bytes that are the same every time. */
export const crypto = {
  getRandomValues<T extends ArrayBufferView>(array: T): T {
    if (array.byteLength > 65_536)
      throw new DOMException(realmWords.tooManyRandom(array.byteLength), "QuotaExceededError");
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(random() * 256);
    return array;
  },
  randomUUID(): string {
    const [...bytes] = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  },
};
defineUnavailable(crypto, "crypto");
