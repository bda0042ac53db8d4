import { words } from "../../../../src/words/words";
import type { PersonRow } from "../../../gradebook/people";
import type { Change, Db } from "../../../gradebook/Store";
import type { RunRow } from "../../../gradebook/schema";
import { formatPoints } from "../../../report/formatScore";

/** Makes a change, and says what a mark was before and is after it. */
export async function movedMark(
  db: Db,
  run: RunRow,
  person: PersonRow,
  change: (trx: Change) => Promise<void>,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const before = await markIn(trx, run, person);
    await change(trx);
    return words.gradebook.say.from(before, await markIn(trx, run, person));
  });
}

async function markIn(trx: Change, run: RunRow, person: PersonRow): Promise<string> {
  const row = await trx
    .selectFrom("grade")
    .select("final")
    .where("run", "=", run.id)
    .where("person", "=", person.id)
    .executeTakeFirst();
  return row?.final == null ? "–" : formatPoints(row.final);
}
