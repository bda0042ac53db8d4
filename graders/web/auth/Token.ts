import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** For how long a browser stays signed in, in milliseconds. */
const lifetime = 12 * 3600 * 1000;

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
    readonly token: string = random(),
    private readonly now: () => number = Date.now,
  ) {
    this.once = hash(token);
  }

  /** @returns what the browser has to show from now on; null for a token that is wrong, or was used */
  enter(token: string): string | null {
    if (this.once === null || !timingSafeEqual(this.once, hash(token))) return null;
    this.once = null;
    const cookie = random();
    this.cookies.set(hash(cookie).toString("hex"), this.now() + lifetime);
    return cookie;
  }

  /** Whether a browser shows a cookie that was given out, and is still good. */
  knows(cookie: string | undefined): boolean {
    const until = this.cookies.get(hash(cookie ?? "").toString("hex"));
    return until !== undefined && this.now() < until;
  }
}

function random(): string {
  return randomBytes(24).toString("base64url");
}

/** Of equal length, whatever it is of. */
function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
