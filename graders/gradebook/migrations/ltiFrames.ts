import type { Kysely } from "kysely";

/** What begins a launch from an LMS once more, in another window; and where an LMS lets columns for marks be made. */
export async function ltiFrames(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("pendingSignIn").addColumn("hints", "text").execute();
  await db.schema.alterTable("lmsLink").addColumn("lineItems", "text").execute();
}
