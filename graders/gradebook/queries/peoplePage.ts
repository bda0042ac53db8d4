import { foldName } from "../../text/foldName";
import type { PersonRow } from "../people";
import type { Db } from "../Store";
import { pageLength } from "./classPage";

/** Whom to show. */
export interface PeopleFilter {
  role?: string;
  section?: string;
  /** A part of the login, the name or the address, in any case. */
  find?: string;
  /** The login after which the page begins. */
  after?: string;
}

export interface PeoplePage {
  rows: Pick<PersonRow, "login" | "name" | "email" | "role" | "section">[];
  /** How many fit, on all pages. */
  count: number;
  /** The login after which the next page begins; null on the last one. */
  next: string | null;
}

/** A hundred people, by login; those who were erased are left out. */
export async function peoplePage(db: Db, { role, section, find = "", after }: PeopleFilter): Promise<PeoplePage> {
  const people = await db
    .selectFrom("person")
    .where("erased", "is", null)
    .$if(role !== undefined, (query) => query.where("role", "=", role as PersonRow["role"]))
    .$if(section !== undefined, (query) => query.where("section", "=", section ?? ""))
    .select(["login", "name", "email", "role", "section"])
    .orderBy("login")
    .execute();
  // The databases do not agree on what is the same letter in another case.
  const part = foldName(find);
  const fitting = people.filter(({ login, name, email }) => foldName(`${login} ${name} ${email ?? ""}`).includes(part));
  const rest = fitting.slice(fitting.findIndex(({ login }) => login === after) + 1);
  const rows = rest.slice(0, pageLength);
  return { rows, count: fitting.length, next: rest.length > pageLength ? (rows.at(-1)?.login ?? null) : null };
}
