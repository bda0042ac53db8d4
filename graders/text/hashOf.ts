import { createHash } from "node:crypto";

/** What tells one content from another: its SHA-256, in hexadecimal digits. */
export function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
