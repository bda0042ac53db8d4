import { finalFormats } from "../../../graders/gradebook/finalFormats";
import type { PersonRow } from "../../../graders/gradebook/people";
import type { Db, Store } from "../../../graders/gradebook/Store";
import type { Route } from "../../../graders/web/Route";

/** The one whose own pages are asked for: whoever handed in first. */
export async function learnerAsked(db: Db): Promise<PersonRow> {
  const first = db.selectFrom("submission").select("person").orderBy("id").limit(1);
  return db.selectFrom("person").selectAll().where("id", "=", first).executeTakeFirstOrThrow();
}

/**
 * Addresses of one page, as its path has names for what differs.
 *
 * @throws Error for a path that is not known here
 */
export async function pathsOf({ db }: Store, { path }: Route): Promise<string[]> {
  if (!path.includes(":")) return [path];
  const runs = await db.selectFrom("run").selectAll().orderBy("due").orderBy("slug").execute();
  // The databases do not agree on where those without a deadline stand.
  const run = runs.find(({ due }) => due !== null) ?? runs[0];
  const logins = await db.selectFrom("person").select("login").orderBy("login").limit(3).execute();
  const submissions = await db
    .selectFrom("submission")
    .select(["id", "person"])
    .where("run", "=", run.id)
    .orderBy("id")
    .limit(4)
    .execute();
  const { id: learner } = await learnerAsked(db);
  const own = await db
    .selectFrom("submission")
    .select("id")
    .where("person", "=", learner)
    .orderBy("id")
    .limit(2)
    .execute();
  const parts = await db.selectFrom("part").select("name").distinct().orderBy("name").limit(2).execute();
  const regrades = await db.selectFrom("regrade").select("id").orderBy("id").execute();
  const known: Record<string, string[]> = {
    ":slug": [run.slug],
    ":login": logins.map(({ login }) => login),
    "/submissions/:id": submissions.map(({ id }) => `/submissions/${id}`),
    "/regrades/:id": regrades.map(({ id }) => `/regrades/${id}`),
    "/me/hand-ins/:id": own.map(({ id }) => `/me/hand-ins/${id}`),
    ":left": submissions.slice(0, 1).map(({ id }) => id),
    ":right": submissions.flatMap(({ id, person }) => (person === submissions[0].person ? [] : [id])).slice(0, 1),
    ":format": finalFormats.map(({ name }) => name),
    ":name": parts.map(({ name }) => name),
  };
  let found = [path];
  for (const [part, values] of Object.entries(known))
    found = found.flatMap((one) => (one.includes(part) ? values.map((value) => one.replace(part, value)) : [one]));
  const unknown = found.find((one) => one.includes(":"));
  if (unknown !== undefined) throw new Error(`${unknown}: say in pathsOf.ts what stands for its names`);
  return found;
}
