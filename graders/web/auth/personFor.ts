import { type PersonRow, peopleIn } from "../../gradebook/people";
import type { Db } from "../../gradebook/Store";
import type { OidcSettings } from "./oidcSettings";

/** Who on the roster this is; null when nobody is, or when several people have the same address. */
export async function personFor(db: Db, value: string, matches: OidcSettings["matches"]): Promise<PersonRow | null> {
  const people = await peopleIn(db);
  if (matches === "login") return people.find(({ login }) => login === value) ?? null;
  const address = value.toLowerCase();
  const found = people.filter(({ email }) => email?.toLowerCase() === address);
  return found.length === 1 ? found[0] : null;
}
