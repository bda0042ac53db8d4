import { readFileSync } from "node:fs";
import { words } from "../../../../src/words/words";
import { actOf } from "../../../gradebook/Act";
import { shownAddress } from "../../../gradebook/address";
import { UsageError } from "../../UsageError";
import { asUsage, type StoreOptions, userName } from "../withStore";

const say = words.gradebook.say;

interface InitOptions extends StoreOptions {
  title?: string;
  zone?: string;
  policy?: string;
}

export async function run({ db: where, title, zone, policy: file }: InitOptions): Promise<void> {
  if (where === undefined || where === "") throw new UsageError(say.noDb);
  const { createStore } = await import("../../../gradebook/openStore");
  const { setCourse } = await import("../../../gradebook/setCourse");
  const { parsePolicy } = await import("../../../gradebook/marks/LatePolicy");
  await asUsage(shownAddress(where), async () => {
    // Read first: nothing is made for a command that has to be changed.
    const policy = file === undefined ? undefined : parsePolicy(textOf(file));
    const { store, was } = await createStore(where);
    try {
      await store.boss?.install();
      await store.db.transaction().execute((trx) => setCourse(trx, actOf(userName()), { title, zone, policy }));
      console.log(say.initialized(store.shown, was as "empty" | "older" | "current"));
    } finally {
      await store.close();
    }
  });
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(say.noPolicy(path, (error as NodeJS.ErrnoException).code));
  }
}
