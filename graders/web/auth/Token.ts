import { timingSafeEqual } from "node:crypto";
import { hashOfSecret, randomSecret } from "../../text/secret";

/** For how long a browser stays signed in, in milliseconds. */
export const lifetime = 12 * 3600 * 1000;

/**
 * Sign-in on the machine itself, as Jupyter does it: an address with a token that works once, and becomes a cookie. Both
 * are known to this process only, and end with it.
 */
export class Token {
  /** Null once it was used. */
  private once: Buffer | null;
  private readonly cookies = new Map<string, number>();

  /** @param token what the address holds */
  constructor(
    readonly token: string = randomSecret(),
    private readonly now: () => number = Date.now,
  ) {
    this.once = hashOfSecret(token);
  }

  /** @returns what the browser has to show from now on; null for a token that is wrong, or was used */
  enter(token: string): string | null {
    if (this.once === null || !timingSafeEqual(this.once, hashOfSecret(token))) return null;
    this.once = null;
    const cookie = randomSecret();
    this.cookies.set(hashOfSecret(cookie).toString("hex"), this.now() + lifetime);
    return cookie;
  }

  /** Signs a browser out. */
  leave(cookie: string): void {
    this.cookies.delete(hashOfSecret(cookie).toString("hex"));
  }

  /** Whether a browser shows a cookie that was given out, and is still good. */
  knows(cookie: string | undefined): boolean {
    const until = this.cookies.get(hashOfSecret(cookie ?? "").toString("hex"));
    return until !== undefined && this.now() < until;
  }
}
