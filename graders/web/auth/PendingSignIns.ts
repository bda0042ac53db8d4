import type { Db } from "../../gradebook/Store";
import { hashOfSecret, randomSecret } from "../../text/secret";

/** For how long somebody may take to give their password elsewhere, in milliseconds. */
export const patience = 10 * 60 * 1000;

/** What a sign-in that has begun elsewhere has to come back with. */
export interface Expected {
  nonce: string;
  verifier: string | null;
}

/** Sign-ins that have begun elsewhere: each is good for ten minutes, for one use, and in the browser that began it. */
export class PendingSignIns {
  constructor(
    private readonly db: Db,
    private readonly now: () => number = Date.now,
  ) {}

  /** @returns the state that comes back, and the cookie for the browser */
  async begin({ nonce, verifier }: Expected): Promise<{ state: string; cookie: string }> {
    const [state, cookie] = [randomSecret(), randomSecret()];
    const until = new Date(this.now() + patience).toISOString();
    await this.db.deleteFrom("pendingSignIn").where("until", "<=", this.time()).execute();
    const row = { state: keyOf(state), browser: keyOf(cookie), nonce, verifier, until };
    await this.db.insertInto("pendingSignIn").values(row).execute();
    return { state, cookie };
  }

  /** @returns null for a state that nobody has begun, that was used, is too old, or comes from another browser */
  async take(state: string, cookie: string): Promise<Expected | null> {
    const taken = await this.db
      .deleteFrom("pendingSignIn")
      .where("state", "=", keyOf(state))
      .where("until", ">", this.time())
      .returning(["browser", "nonce", "verifier"])
      .executeTakeFirst();
    if (taken?.browser !== keyOf(cookie)) return null;
    return { nonce: taken.nonce, verifier: taken.verifier };
  }

  private time(): string {
    return new Date(this.now()).toISOString();
  }
}

function keyOf(secret: string): string {
  return hashOfSecret(secret).toString("hex");
}
