import type { Db } from "../Store";
import type { Gradebook, RunRow } from "../schema";

/** A deadline of a learner's own. */
export interface ExtensionRow extends Pick<Gradebook["extension"], "due" | "reason"> {
  login: string;
  name: string;
}

/** Those of a run, by login. */
export function extensionsIn(db: Db, { id }: Pick<RunRow, "id">): Promise<ExtensionRow[]> {
  return db
    .selectFrom("extension")
    .innerJoin("person", "person.id", "extension.person")
    .where("extension.run", "=", id)
    .where("person.erased", "is", null)
    .select(["person.login", "person.name", "extension.due", "extension.reason"])
    .orderBy("person.login")
    .execute();
}
