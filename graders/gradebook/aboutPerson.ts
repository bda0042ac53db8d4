import { contentOf } from "./content";
import { unpackDetail } from "./detail";
import type { PersonRow } from "./people";
import type { Db } from "./Store";

/** A file of what is known about somebody. */
export interface KnownFile {
  path: string;
  content: Buffer;
}

/** All that the gradebook knows about a person, in files: rows as JSON, hand-ins as they came, verdicts as JSON. */
export async function aboutPerson(db: Db, person: PersonRow): Promise<KnownFile[]> {
  const own = { person: person.id };
  const runs = new Map(
    (await db.selectFrom("run").selectAll().orderBy("id").execute()).map((run) => [run.id, run.slug]),
  );
  const by = <T extends { run: string }>(rows: T[]): T[] =>
    rows.map((row) => ({ ...row, run: runs.get(row.run) ?? row.run }));
  const submissions = await db
    .selectFrom("submission")
    .selectAll()
    .where("person", "=", own.person)
    .orderBy("received")
    .orderBy("id")
    .execute();
  const ids = submissions.map(({ id }) => id);
  const rows = {
    person,
    marks: by(await db.selectFrom("grade").selectAll().where("person", "=", own.person).orderBy("run").execute()),
    extensions: by(
      await db.selectFrom("extension").selectAll().where("person", "=", own.person).orderBy("run").execute(),
    ),
    overrides: by(await db.selectFrom("override").selectAll().where("person", "=", own.person).orderBy("id").execute()),
    submissions: by(submissions),
    comments:
      ids.length === 0
        ? []
        : await db.selectFrom("comment").selectAll().where("submission", "in", ids).orderBy("id").execute(),
    notesOnPairs: by(
      await db
        .selectFrom("pairNote")
        .select(["run", "text", "by", "at"])
        .where((on) => on.or([on("left", "=", own.person), on("right", "=", own.person)]))
        .orderBy("id")
        .execute(),
    ),
    reviews: by(await db.selectFrom("review").selectAll().where("person", "=", own.person).orderBy("id").execute()),
    tokens: await db.selectFrom("submitToken").select("made").where("person", "=", own.person).execute(),
    passback: by(await db.selectFrom("passback").selectAll().where("person", "=", own.person).orderBy("run").execute()),
    audit: await db.selectFrom("audit").selectAll().where("about", "=", `person:${person.id}`).orderBy("id").execute(),
  };
  const files: KnownFile[] = [{ path: "person.json", content: jsonOf(rows) }];
  for (const { id, run, sha256, fileName } of submissions) {
    const folder = `${runs.get(run)}/${id}`;
    files.push({ path: `${folder}/${fileName.replaceAll(/[\\/]/g, "_")}`, content: await contentOf(db, sha256) });
    files.push(...(await verdictsOf(db, id, folder)));
  }
  return files;
}

async function verdictsOf(db: Db, submission: string, folder: string): Promise<KnownFile[]> {
  const rows = await db
    .selectFrom("attempt")
    .innerJoin("result", "result.attempt", "attempt.id")
    .where("attempt.submission", "=", submission)
    .select(["attempt.id", "attempt.why", "attempt.created", "result.detail"])
    .orderBy("attempt.id")
    .execute();
  return rows.map(({ id, why, created, detail }) => ({
    path: `${folder}/verdict-${id}.json`,
    content: jsonOf({ why, created, ...unpackDetail(detail) }),
  }));
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, "utf8");
}
