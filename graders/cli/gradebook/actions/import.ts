import { words } from "../../../../src/words/words";
import { importRoster, type RosterFormat, tryRoster } from "../../../gradebook/importRoster";
import { readRoster } from "../../../intake/roster/readRoster";
import { UsageError } from "../../UsageError";
import { type StoreOptions, withStore } from "../withStore";

const say = words.gradebook.say;

interface ImportOptions extends StoreOptions {
  from: RosterFormat;
  dryRun?: boolean;
}

export async function run(path: string, { db, from, dryRun = false }: ImportOptions): Promise<void> {
  await withStore(db, async (store, act) => {
    const roster = rosterAt(path);
    const summary = dryRun
      ? await tryRoster(store.db, act, roster, from)
      : await store.db.transaction().execute((trx) => importRoster(trx, act, roster, from));
    const { added, changed, gone, same } = summary;
    if (added.length > 0) console.log(say.added(added));
    for (const { login, fields } of changed) console.log(say.changed(login, fields));
    if (gone.length > 0) console.log(say.gone(gone));
    const text = say.imported(added.length, changed.length, same, gone.length);
    console.log(dryRun ? say.wouldImport(text) : text);
  });
}

function rosterAt(path: string) {
  try {
    return readRoster(path);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
