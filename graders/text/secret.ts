import { createHash, randomBytes } from "node:crypto";

/** What nobody guesses, as it may stand in an address or a cookie. */
export function randomSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** What is kept of a secret in its place. Of equal length, whatever it is of. */
export function hashOfSecret(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
