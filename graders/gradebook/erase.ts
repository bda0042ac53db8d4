import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { words } from "../../src/words/words";
import type { GradedSubmission } from "../engine/gradeSubmission";
import { stemOf } from "../intake/kindOfName";
import type { Act } from "./Act";
import { writeDown } from "./audit";
import { packDetail, unpackDetail } from "./detail";
import { eraseMentions } from "./eraseMentions";
import type { PersonRow } from "./people";
import { Refusal } from "./Refusal";
import type { Change, Store } from "./Store";

/**
 * Forgets a person: name, login, address, numbers, code, comments and reasons, and where others' comments and reasons name
 * them. Their marks stay, without a name, and so do the facts of the audit, which never held one.
 */
export async function erase(store: Store, act: Act, person: PersonRow): Promise<void> {
  if (store.sqlite) await sql`pragma secure_delete = on`.execute(store.db);
  await store.db.transaction().execute(async (trx) => {
    await erasePerson(trx, act, person.id);
    await eraseMentions(trx, person);
  });
  await removeTraces(store);
}

async function erasePerson(trx: Change, act: Act, id: string): Promise<void> {
  const nameless = {
    login: `erased-${id.slice(-12)}`,
    name: "",
    email: null,
    section: null,
    lmsId: null,
    erased: act.now(),
  };
  await trx.updateTable("person").set(nameless).where("id", "=", id).execute();
  const submissions = await trx
    .selectFrom("submission")
    .select(["id", "sha256", "fileName"])
    .where("person", "=", id)
    .orderBy("id")
    .execute();
  for (const one of submissions) await eraseSubmission(trx, one);
  await trx.updateTable("extension").set({ reason: "" }).where("person", "=", id).execute();
  await trx.updateTable("override").set({ reason: "" }).where("person", "=", id).execute();
  await trx.updateTable("passback").set({ answer: null }).where("person", "=", id).execute();
  await trx.deleteFrom("signIn").where("person", "=", id).execute();
  await trx.deleteFrom("submitToken").where("person", "=", id).execute();
  await trx.deleteFrom("review").where("person", "=", id).execute();
  await trx.deleteFrom("lmsPerson").where("person", "=", id).execute();
  await trx
    .deleteFrom("pairNote")
    .where((on) => on.or([on("left", "=", id), on("right", "=", id)]))
    .execute();
  await writeDown(trx, act, { what: "erase", about: `person:${id}` });
}

async function eraseSubmission(
  trx: Change,
  { id: submission, sha256, fileName }: { id: string; sha256: string; fileName: string },
): Promise<void> {
  const nameless = `erased${fileName.slice(stemOf(fileName).length)}`;
  await eraseContent(trx, submission, sha256);
  await trx.updateTable("submission").set({ fileName: nameless }).where("id", "=", submission).execute();
  await trx.deleteFrom("comment").where("submission", "=", submission).execute();
  await trx.deleteFrom("notCompared").where("submission", "=", submission).execute();
  await trx
    .deleteFrom("alikePair")
    .where((on) => on.or([on("left", "=", submission), on("right", "=", submission)]))
    .execute();
  const results = await trx
    .selectFrom("result")
    .innerJoin("attempt", "attempt.id", "result.attempt")
    .where("attempt.submission", "=", submission)
    .select(["attempt.id", "result.detail", "result.error"])
    .orderBy("attempt.id")
    .execute();
  for (const { id, detail, error } of results) {
    const bytes = packDetail(withoutWords(unpackDetail(detail)), submission, nameless);
    const said = error === null ? null : words.gradebook.person.erased;
    await trx.updateTable("result").set({ detail: bytes, error: said }).where("attempt", "=", id).execute();
  }
  await trx.updateTable("attempt").set({ fault: null }).where("submission", "=", submission).execute();
}

/** A verdict without anything that the learner wrote: code, names of files, and messages, which may quote values. */
function withoutWords({ result, sandbox }: GradedSubmission): GradedSubmission {
  const { choice, error, ...rest } = result;
  const functions = rest.functions.map(({ remarks, ...one }) => ({
    ...one,
    checks: one.checks.map((check) => ({ ...check, message: "" })),
  }));
  const said = error === undefined ? {} : { error: words.gradebook.person.erased };
  return { result: { ...rest, ...said, functions }, code: [], ...(sandbox ? { sandbox } : {}) };
}

/** An empty file takes the place of theirs, which is deleted unless somebody else handed in the very same. */
async function eraseContent(trx: Change, submission: string, sha256: string): Promise<void> {
  const empty = { sha256: `erased-${submission}`, bytes: gzipSync("") };
  await trx
    .insertInto("content")
    .values(empty)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.updateTable("submission").set({ sha256: empty.sha256 }).where("id", "=", submission).execute();
  const other = await trx.selectFrom("submission").select("id").where("sha256", "=", sha256).executeTakeFirst();
  if (!other) await trx.deleteFrom("content").where("sha256", "=", sha256).execute();
}

/** What was overwritten is still in free pages, in the log, and in rows that no longer count. */
async function removeTraces(store: Store): Promise<void> {
  const { db, sqlite } = store;
  if (!sqlite) {
    for (const table of [
      "person",
      "submission",
      "content",
      "result",
      "comment",
      "savedComment",
      "extension",
      "override",
      "pairNote",
      "review",
    ]) {
      await sql`vacuum full ${sql.table(table)}`.execute(db);
    }
    return;
  }
  await emptyLog(store);
  await sql`vacuum`.execute(db);
  await emptyLog(store);
}

/** @throws Refusal when somebody else is reading, whom SQLite lets read on in the log */
async function emptyLog({ db, shown }: Store): Promise<void> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  if (rows[0].busy !== 0) throw new Refusal(words.gradebook.person.tracesLeft(shown));
}
