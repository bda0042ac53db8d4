import { foldName } from "../../text/foldName";
import type { Db } from "../Store";
import type { RunRow } from "../schema";

/** How many learners one page shows. */
export const pageLength = 100;

/** Whom to show. */
export interface ClassFilter {
  section?: string;
  /** A part of the login or of the name, in any case. */
  find?: string;
  /** The login after which the page begins. */
  after?: string;
}

/** A learner, and their marks in the order of the runs. */
export interface ClassRow {
  login: string;
  name: string;
  section: string | null;
  finals: (number | null)[];
  total: number | null;
}

export interface ClassPage {
  rows: ClassRow[];
  /** The login after which the next page begins; null on the last one. */
  next: string | null;
}

/** A hundred learners, by login. */
export async function classPage(db: Db, runs: readonly RunRow[], filter: ClassFilter): Promise<ClassPage> {
  const people = await learnersFor(db, filter);
  const shown = people.slice(0, pageLength);
  const marks = await finalsOf(
    db,
    shown.map(({ id }) => id),
  );
  const rows = shown.map(({ id, ...learner }): ClassRow => {
    const finals = runs.map((run) => marks.get(`${id} ${run.id}`) ?? null);
    const given = finals.filter((final) => final !== null);
    const total = given.length === 0 ? null : given.reduce((sum, final) => sum + final, 0);
    return { ...learner, finals, total };
  });
  return { rows, next: people.length > pageLength ? shown[pageLength - 1].login : null };
}

/** Those of one page, and one more where there is another page. */
async function learnersFor(db: Db, { section, find, after }: ClassFilter) {
  const found = await db
    .selectFrom("person")
    .where("role", "=", "learner")
    .where("erased", "is", null)
    .$if(section !== undefined, (query) => query.where("section", "=", section ?? ""))
    .$if(after !== undefined, (query) => query.where("login", ">", after ?? ""))
    .select(["id", "login", "name", "section"])
    .orderBy("login")
    .$if(find === undefined, (query) => query.limit(pageLength + 1))
    .execute();
  if (find === undefined) return found;
  // The databases do not agree on what is the same letter in another case.
  const part = foldName(find);
  return found.filter(({ login, name }) => foldName(`${login} ${name}`).includes(part)).slice(0, pageLength + 1);
}

/** By person and run. */
async function finalsOf(db: Db, people: readonly string[]): Promise<Map<string, number | null>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom("grade")
    .select(["run", "person", "final"])
    .where("person", "in", people)
    .orderBy("person")
    .orderBy("run")
    .execute();
  return new Map(rows.map(({ person, run, final }) => [`${person} ${run}`, final]));
}

/** The course's sections, by name. */
export async function sectionsIn(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("person")
    .select("section")
    .distinct()
    .where("section", "is not", null)
    .where("erased", "is", null)
    .orderBy("section")
    .execute();
  return rows.flatMap(({ section }) => section ?? []);
}
