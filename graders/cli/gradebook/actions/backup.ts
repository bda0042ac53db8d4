import { words } from "../../../../src/words/words";
import { backup } from "../../../gradebook/backup";
import { type StoreOptions, withStore } from "../withStore";

export async function run(path: string, { db }: StoreOptions): Promise<void> {
  await withStore(db, async (store) => {
    await backup(store, path);
    console.log(words.gradebook.say.backedUp(store.shown, path));
  });
}
