import type { Db } from "../../gradebook/Store";
import { hashOfSecret, randomSecret } from "../../text/secret";

/** For how long somebody may take to give their password elsewhere, in milliseconds. */
export const patience = 10 * 60 * 1000;

/** What a sign-in that has begun elsewhere has to come back with. */
export interface Expected {
  nonce: string;
  verifier: string | null;
  /** What an LMS sent to begin it, as a query: it can be begun once more with that. */
  hints: string | null;
}

/** Sign-ins that have begun elsewhere: each is good for ten minutes, for one use, and in the browser that began it. */
export class PendingSignIns {
  constructor(
    private readonly db: Db,
    private readonly now: () => number = Date.now,
  ) {}

  /** @returns the state that comes back, and the cookie for the browser */
  async begin({ nonce, verifier, hints }: Expected): Promise<{ state: string; cookie: string }> {
    const [state, cookie] = [randomSecret(), randomSecret()];
    const until = new Date(this.now() + patience).toISOString();
    await this.db.deleteFrom("pendingSignIn").where("until", "<=", this.time()).execute();
    const row = { state: keyOf(state), browser: keyOf(cookie), nonce, verifier, hints, until };
    await this.db.insertInto("pendingSignIn").values(row).execute();
    return { state, cookie };
  }

  /** @returns null for a state that nobody has begun, that was used, is too old, or comes from another browser */
  async take(state: string, cookie: string): Promise<Expected | null> {
    const taken = await this.db
      .deleteFrom("pendingSignIn")
      .where("state", "=", keyOf(state))
      .where("until", ">", this.time())
      .returning(["browser", "nonce", "verifier", "hints"])
      .executeTakeFirst();
    if (taken?.browser !== keyOf(cookie)) return null;
    return { nonce: taken.nonce, verifier: taken.verifier, hints: taken.hints };
  }

  /** What an LMS sent to begin a sign-in that has not come back; null for a state that is none of ours, or too old. */
  async hintsOf(state: string): Promise<string | null> {
    const found = await this.db
      .selectFrom("pendingSignIn")
      .select("hints")
      .where("state", "=", keyOf(state))
      .where("until", ">", this.time())
      .executeTakeFirst();
    return found?.hints ?? null;
  }

  private time(): string {
    return new Date(this.now()).toISOString();
  }
}

function keyOf(secret: string): string {
  return hashOfSecret(secret).toString("hex");
}
