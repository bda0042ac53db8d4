import { words } from "../../src/words/words";
import type { Act } from "./Act";
import { writeDown } from "./audit";
import { Conflict } from "./override";
import type { PersonRow } from "./people";
import type { Change } from "./Store";

/** What staff change of a person beside the roster. */
export type PersonSettings = Pick<PersonRow, "role" | "section">;

/**
 * Gives somebody a role and a section.
 *
 * @param seen what staff saw before they changed it
 * @throws Conflict when somebody else has changed it since
 */
export async function setPerson(
  trx: Change,
  act: Act,
  { id }: Pick<PersonRow, "id">,
  seen: PersonSettings,
  { role, section }: PersonSettings,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("person")
    .set({ role, section })
    .where("id", "=", id)
    .where("role", "=", seen.role)
    .where("section", seen.section === null ? "is" : "=", seen.section)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) throw new Conflict(words.gradebook.person.changedSince);
  const changed = [...(role === seen.role ? [] : ["role"]), ...(section === seen.section ? [] : ["section"])];
  // A section may be a name; a role is one of three.
  if (changed.length > 0)
    await writeDown(trx, act, {
      ...{ what: "person", about: `person:${id}` },
      ...{ before: { role: seen.role }, after: { changed, role } },
    });
}
