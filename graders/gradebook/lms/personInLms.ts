import type { PersonRow } from "../people";
import type { Change } from "../Store";

/** How an LMS names somebody. */
export interface LmsIdentity {
  /** The LMS's issuer. */
  platform: string;
  subject: string;
  /** The name in the university's records, where the LMS tells it. */
  sourcedId: string | null;
}

/**
 * Who on the roster somebody in an LMS is: whoever was so before, else by the LMS's own id, else by the login. An e-mail
 * address proves nothing here: in some LMSs people change it themselves.
 *
 * @returns null when nobody is
 */
export async function personInLms(trx: Change, identity: LmsIdentity): Promise<PersonRow | null> {
  const { platform, subject, sourcedId } = identity;
  const known = await trx
    .selectFrom("lmsPerson")
    .innerJoin("person", "person.id", "lmsPerson.person")
    .selectAll("person")
    .where("lmsPerson.platform", "=", platform)
    .where("lmsPerson.subject", "=", subject)
    .where("person.erased", "is", null)
    .executeTakeFirst();
  if (known) return known;
  const found = (await personWith(trx, "lmsId", subject)) ?? (await personWith(trx, "login", sourcedId));
  if (found) await rememberInLms(trx, identity, found.id);
  return found;
}

/** From now on, this is who somebody in an LMS is. */
export async function rememberInLms(trx: Change, { platform, subject }: LmsIdentity, person: string): Promise<void> {
  await trx
    .insertInto("lmsPerson")
    .values({ platform, subject, person })
    .onConflict((conflict) => conflict.columns(["platform", "subject"]).doUpdateSet({ person }))
    .execute();
}

async function personWith(trx: Change, column: "lmsId" | "login", value: string | null): Promise<PersonRow | null> {
  if (value === null) return null;
  const people = await trx
    .selectFrom("person")
    .selectAll()
    .where(column, "=", value)
    .where("erased", "is", null)
    .orderBy("id")
    .execute();
  return people.length === 1 ? people[0] : null;
}
