import { hashOfSecret, randomSecret } from "../../text/secret";
import type { Act } from "../Act";
import { writeDown } from "../audit";
import type { PersonRow } from "../people";
import type { Change, Db } from "../Store";

/** Tells people, and programs that look for secrets in files, what it is. */
const prefix = "nablab_";

/** Gives a learner a token to hand in with, in place of an earlier one. The gradebook keeps its hash alone. @returns it */
export async function makeToken(trx: Change, act: Act, person: string): Promise<string> {
  const token = `${prefix}${randomSecret()}`;
  const row = { hash: keyOf(token), made: act.now() };
  await trx
    .insertInto("submitToken")
    .values({ person, ...row })
    .onConflict((conflict) => conflict.column("person").doUpdateSet(row))
    .execute();
  await writeDown(trx, act, { what: "token", about: `person:${person}` });
  return token;
}

/** @returns whether there was one */
export async function revokeToken(trx: Change, act: Act, person: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom("submitToken").where("person", "=", person).executeTakeFirst();
  if (Number(numDeletedRows) === 0) return false;
  await writeDown(trx, act, { what: "revoke-token", about: `person:${person}` });
  return true;
}

/** When a learner's token was made; null when there is none. */
export async function tokenMade(db: Db, person: string): Promise<string | null> {
  const found = await db.selectFrom("submitToken").select("made").where("person", "=", person).executeTakeFirst();
  return found?.made ?? null;
}

/** Whose token this is. */
export async function ownerOf(db: Db, token: string): Promise<PersonRow | null> {
  const found = await db
    .selectFrom("submitToken")
    .innerJoin("person", "person.id", "submitToken.person")
    .selectAll("person")
    .where("submitToken.hash", "=", keyOf(token))
    .where("person.erased", "is", null)
    .executeTakeFirst();
  return found ?? null;
}

function keyOf(token: string): string {
  return hashOfSecret(token).toString("hex");
}
