import { words } from "../../src/words/words";
import { nearest } from "../engine/nearest";
import type { Roster } from "../intake/roster/Roster";
import type { Act } from "./Act";
import { writeDown } from "./audit";
import { courseIn } from "./course";
import { Refusal } from "./Refusal";
import type { Change, Db } from "./Store";
import type { Gradebook } from "./schema";

const say = words.gradebook.person;

export type PersonRow = Gradebook["person"];

/** How somebody is known. */
export type Identity = Pick<PersonRow, "login" | "name" | "email" | "section" | "lmsId">;

/** @throws Refusal that suggests the nearest when nobody has this login */
export async function personNamed(db: Db, login: string): Promise<PersonRow> {
  const found = await db.selectFrom("person").selectAll().where("login", "=", login).executeTakeFirst();
  if (found) return found;
  const logins = (await peopleIn(db)).map((one) => one.login);
  const near = logins.length === 0 ? [] : nearest(login, logins);
  throw new Refusal(say.unknown(login, near.length > 3 ? [] : near));
}

/** Everybody but those who were erased, by their logins. */
export async function peopleIn(db: Db): Promise<PersonRow[]> {
  return db.selectFrom("person").selectAll().where("erased", "is", null).orderBy("login").execute();
}

/** The course's people, as intake looks for those who handed something in. */
export async function rosterOf(db: Db, file: string): Promise<Roster> {
  const people = await peopleIn(db);
  const listed = people.map(({ login, name, email, section, lmsId }) => {
    const optional = Object.entries({ name, email, section }).filter(([, text]) => text !== null && text !== "");
    const learner = { id: login, login, ...(Object.fromEntries(optional) as { name?: string }) };
    return { learner, others: lmsId === null ? [] : [lmsId] };
  });
  return { file, listed, duplicates: [] };
}

/** Adds somebody to the course, as a learner. */
export async function enrol(trx: Change, act: Act, identity: Identity): Promise<PersonRow> {
  const { id: course } = await courseIn(trx);
  const person: PersonRow = { id: act.newId(), course, ...identity, role: "learner", erased: null };
  await trx.insertInto("person").values(person).execute();
  await writeDown(trx, act, { what: "enrol", about: `person:${person.id}` });
  return person;
}
