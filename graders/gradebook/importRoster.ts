import { words } from "../../src/words/words";
import type { Roster } from "../intake/roster/Roster";
import type { Act } from "./Act";
import { writeDown } from "./audit";
import { enrol, type Identity, type PersonRow, peopleIn } from "./people";
import { Refusal } from "./Refusal";
import type { Change, Db } from "./Store";

/** Whose table it is: it decides what the numbers in it mean. */
export const rosterFormats = ["csv", "canvas", "moodle"] as const;
export type RosterFormat = (typeof rosterFormats)[number];

/** What a roster changes, by logins. */
export interface ImportSummary {
  added: string[];
  /** Who is known, and of whom something is different. */
  changed: { login: string; fields: (keyof Identity)[] }[];
  /** Learners whom the roster does not list. They stay. */
  gone: string[];
  same: number;
}

/** Adds those who are new and changes those who are known, found by the platform's number or by login. Deletes nobody. */
export async function importRoster(
  trx: Change,
  act: Act,
  { file, listed }: Roster,
  format: RosterFormat,
): Promise<ImportSummary> {
  const people = await peopleIn(trx);
  const byLms = new Map(people.flatMap((one) => (one.lmsId === null ? [] : [[one.lmsId, one] as const])));
  const byLogin = new Map(people.map((one) => [one.login, one]));
  const summary: ImportSummary = { added: [], changed: [], gone: [], same: 0 };
  const seen = new Set<string>();
  const logins = new Set<string>();
  for (const { learner, isTest } of listed) {
    if (isTest) continue;
    const identity = identityOf(learner, format);
    if (logins.has(identity.login)) throw new Refusal(words.gradebook.person.twice(file, identity.login));
    logins.add(identity.login);
    const known = byLms.get(identity.lmsId ?? "") ?? byLogin.get(identity.login);
    if (!known) {
      const { id } = await enrol(trx, act, identity);
      seen.add(id);
      summary.added.push(identity.login);
      continue;
    }
    seen.add(known.id);
    const fields = differing(known, identity);
    if (fields.length === 0) summary.same += 1;
    else await change(trx, act, known, identity, fields, summary);
  }
  summary.gone = people.filter(({ id, role }) => role === "learner" && !seen.has(id)).map(({ login }) => login);
  return summary;
}

/** What {@link importRoster} would do: found out by doing it, and taken back. */
export async function tryRoster(db: Db, act: Act, roster: Roster, format: RosterFormat): Promise<ImportSummary> {
  try {
    return await db.transaction().execute(async (trx) => {
      throw new Tried(await importRoster(trx, act, roster, format));
    });
  } catch (error) {
    if (error instanceof Tried) return error.summary;
    throw error;
  }
}

class Tried extends Error {
  constructor(readonly summary: ImportSummary) {
    super();
  }
}

async function change(
  trx: Change,
  act: Act,
  known: PersonRow,
  identity: Identity,
  fields: (keyof Identity)[],
  summary: ImportSummary,
): Promise<void> {
  await trx.updateTable("person").set(identity).where("id", "=", known.id).execute();
  // Which fields, and not what was in them: that may have to be erased one day.
  await writeDown(trx, act, { what: "person", about: `person:${known.id}`, after: { changed: fields } });
  summary.changed.push({ login: identity.login, fields });
}

/** What a roster leaves out stays as it is known. */
function differing(known: PersonRow, identity: Identity): (keyof Identity)[] {
  const fields = Object.keys(identity) as (keyof Identity)[];
  for (const field of fields) if (identity[field] === null) Object.assign(identity, { [field]: known[field] });
  return fields.filter((field) => known[field] !== identity[field]);
}

/**
 * Canvas's `ID` is its own number, and `ID number` in Moodle is the university's, which Moodle's import does not ask for.
 * In a table of one's own, an id beside a login is the platform's.
 */
function identityOf(
  { id, login, name = "", email, section }: Roster["listed"][number]["learner"],
  format: RosterFormat,
): Identity {
  const own = format === "moodle" ? (login ?? email ?? id) : (login ?? id);
  const lmsId = format === "canvas" || (format === "csv" && login !== undefined && login !== id) ? id : null;
  return { login: own, name, email: email ?? null, section: section ?? null, lmsId };
}
