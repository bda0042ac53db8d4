import type { Act } from "./Act";
import { writeDown } from "./audit";
import { recompute } from "./recompute";
import type { Change } from "./Store";

/** Gives somebody a deadline of their own in a run, in place of one given before. */
export async function extend(
  trx: Change,
  act: Act,
  { run, person, due, reason }: { run: string; person: string; due: string; reason: string },
): Promise<void> {
  const before = await trx
    .selectFrom("extension")
    .select("due")
    .where("run", "=", run)
    .where("person", "=", person)
    .executeTakeFirst();
  await trx
    .insertInto("extension")
    .values({ run, person, due, reason })
    .onConflict((conflict) => conflict.columns(["run", "person"]).doUpdateSet({ due, reason }))
    .execute();
  await writeDown(trx, act, { what: "extend", about: `person:${person}`, before, after: { run, due } });
  await recompute(trx, [person]);
}
