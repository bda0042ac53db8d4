import { gunzipSync } from "node:zlib";
import type { Kysely } from "kysely";

/** As much as this step needs to know of the tables. */
interface Tables {
  submission: { id: string; received: string; latest: string };
  part: { attempt: string; name: string; followThrough: number };
  result: { attempt: string; detail: Uint8Array };
}

/** So many verdicts are read at once: they may be all that a course has. */
const batch = 500;

/**
 * When a file came last, as the same one may come again after another; whether a function was judged with references in
 * place of what it calls, which was in verdicts only; and which regrade another one takes back.
 */
export async function second(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("submission")
    .addColumn("latest", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema
    .alterTable("part")
    .addColumn("followThrough", "bigint", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("regrade")
    .addColumn("undoes", "text", (column) => column.references("regrade.id"))
    .execute();
  const tables = db as Kysely<Tables>;
  await tables
    .updateTable("submission")
    .set(({ ref }) => ({ latest: ref("received") }))
    .execute();
  await readFollowThrough(tables);
}

async function readFollowThrough(db: Kysely<Tables>): Promise<void> {
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("result")
      .select(["attempt", "detail"])
      .where("attempt", ">", after)
      .orderBy("attempt")
      .limit(batch)
      .execute();
    for (const { attempt, detail } of rows) {
      const names = followedIn(detail);
      if (names.length === 0) continue;
      await db
        .updateTable("part")
        .set({ followThrough: 1 })
        .where("attempt", "=", attempt)
        .where("name", "in", names)
        .execute();
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.attempt;
  }
}

/** As verdicts were written when this step was: later forms of them are no business of it. */
function followedIn(detail: Uint8Array): string[] {
  const { result } = JSON.parse(gunzipSync(detail).toString("utf8")) as {
    result: { functions: { name: string; followThrough: boolean }[] };
  };
  return result.functions.filter(({ followThrough }) => followThrough).map(({ name }) => name);
}
