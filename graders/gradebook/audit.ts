import type { Act } from "./Act";
import type { Change } from "./Store";

/** Something that was done. Rows are named by their ids, and people never by more: what is erased must not be left here. */
export interface Deed {
  /** A verb and what it was done to: `override`, `import`. */
  what: string;
  /** The row, such as `person:0192…`. */
  about: string;
  before?: unknown;
  after?: unknown;
}

export async function writeDown(trx: Change, act: Act, { what, about, before, after }: Deed): Promise<void> {
  const asText = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  await trx
    .insertInto("audit")
    .values({ id: act.newId(), at: act.now(), by: act.by, what, about, before: asText(before), after: asText(after) })
    .execute();
}
