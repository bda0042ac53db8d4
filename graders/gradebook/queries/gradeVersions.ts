import type { Db } from "../Store";

/** How often the marks of a run have changed, by run; those without any mark are left out. */
export async function gradeVersions(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("grade")
    .innerJoin("run", "run.id", "grade.run")
    .groupBy("run.slug")
    .select(({ fn }) => ["run.slug", fn.sum<number>("grade.version").as("versions")])
    .orderBy("run.slug")
    .execute();
  return new Map(rows.map(({ slug, versions }) => [slug, versions]));
}
