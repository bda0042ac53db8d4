import { words } from "../../../../src/words/words";
import { type ImportSummary, importRoster, type RosterFormat } from "../../../gradebook/importRoster";
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
    const summary = await tried(() =>
      store.db.transaction().execute(async (trx) => {
        const found = await importRoster(trx, act, roster, from);
        // Found out by doing it, and taken back.
        if (dryRun) throw new DryRun(found);
        return found;
      }),
    );
    const { added, changed, gone, same } = summary;
    if (added.length > 0) console.log(say.added(added));
    for (const { login, fields } of changed) console.log(say.changed(login, fields));
    if (gone.length > 0) console.log(say.gone(gone));
    const text = say.imported(added.length, changed.length, same, gone.length);
    console.log(dryRun ? say.wouldImport(text) : text);
  });
}

class DryRun extends Error {
  constructor(readonly summary: ImportSummary) {
    super();
  }
}

async function tried(attempt: () => Promise<ImportSummary>): Promise<ImportSummary> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof DryRun) return error.summary;
    throw error;
  }
}

function rosterAt(path: string) {
  try {
    return readRoster(path);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
