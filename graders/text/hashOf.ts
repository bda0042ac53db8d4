import { createHash } from "node:crypto";

/** Identifies a content: its SHA-256, in hexadecimal digits. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
