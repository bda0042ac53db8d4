import type { Db } from "../Store";
import type { Gradebook } from "../schema";
import { pageLength } from "./classPage";

/** Which deeds to show. */
export interface AuditFilter {
  what?: string;
  by?: string;
  /** The beginning of what it was done to: `run:`, or the whole id. */
  about?: string;
  /** The id before which the page begins: older ones follow. */
  before?: string;
}

export interface AuditPage {
  rows: Gradebook["audit"][];
  /** The id before which the next page begins; null on the last one. */
  next: string | null;
}

/** A hundred deeds, the latest first. */
export async function auditPage(db: Db, { what, by, about, before }: AuditFilter): Promise<AuditPage> {
  const found = await db
    .selectFrom("audit")
    .selectAll()
    .$if(what !== undefined, (query) => query.where("what", "=", what ?? ""))
    .$if(by !== undefined, (query) => query.where("by", "=", by ?? ""))
    // As a range: `like` would take signs in it for others, and not use the index in both databases.
    .$if(about !== undefined, (query) =>
      query.where("about", ">=", about ?? "").where("about", "<", `${about ?? ""}\uffff`),
    )
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? ""))
    .orderBy("id", "desc")
    .limit(pageLength + 1)
    .execute();
  const rows = found.slice(0, pageLength);
  return { rows, next: found.length > pageLength ? (rows.at(-1)?.id ?? null) : null };
}

/** What the page can be asked for: the kinds of deeds, and who did them. */
export async function auditChoices(db: Db): Promise<{ what: string[]; by: string[] }> {
  const what = await db.selectFrom("audit").select("what").distinct().orderBy("what").execute();
  const by = await db.selectFrom("audit").select("by").distinct().orderBy("by").execute();
  return { what: what.map((row) => row.what), by: by.map((row) => row.by) };
}
