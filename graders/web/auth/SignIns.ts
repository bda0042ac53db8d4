import type { PersonRow } from "../../gradebook/people";
import type { Db } from "../../gradebook/Store";
import { hashOfSecret, randomSecret } from "../../text/secret";
import { lifetime } from "./Token";

/** Browsers of people who have signed in as somebody of the roster. The gradebook keeps hashes of their cookies. */
export class SignIns {
  constructor(
    private readonly db: Db,
    private readonly now: () => number = Date.now,
  ) {}

  /** @returns what the browser has to show from now on */
  async open({ id: person }: PersonRow): Promise<string> {
    const cookie = randomSecret();
    const until = new Date(this.now() + lifetime).toISOString();
    await this.db.deleteFrom("signIn").where("until", "<=", this.time()).execute();
    await this.db
      .insertInto("signIn")
      .values({ hash: keyOf(cookie), person, until })
      .execute();
    return cookie;
  }

  /** Who shows a cookie that was given out, and is still good; their role is what it is now. */
  async find(cookie: string): Promise<PersonRow | null> {
    const found = await this.db
      .selectFrom("signIn")
      .innerJoin("person", "person.id", "signIn.person")
      .selectAll("person")
      .where("signIn.hash", "=", keyOf(cookie))
      .where("signIn.until", ">", this.time())
      .where("person.erased", "is", null)
      .executeTakeFirst();
    return found ?? null;
  }

  async close(cookie: string): Promise<void> {
    await this.db.deleteFrom("signIn").where("hash", "=", keyOf(cookie)).execute();
  }

  private time(): string {
    return new Date(this.now()).toISOString();
  }
}

function keyOf(cookie: string): string {
  return hashOfSecret(cookie).toString("hex");
}
