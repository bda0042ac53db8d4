import { zipSync } from "fflate";
import { words } from "../../../../src/words/words";
import { aboutPerson } from "../../../gradebook/aboutPerson";
import { erase } from "../../../gradebook/erase";
import { personNamed } from "../../../gradebook/people";
import { writeWhole } from "../../../text/writeWhole";
import { UsageError } from "../../UsageError";
import { type StoreOptions, withStore } from "../withStore";

const say = words.gradebook.say;

interface PersonOptions extends StoreOptions {
  export?: string;
  erase?: boolean;
}

export async function run(login: string, options: PersonOptions): Promise<void> {
  const { export: path } = options;
  if (path === undefined && !options.erase) throw new UsageError(say.exportOrErase);
  await withStore(options.db, async (store, act) => {
    const person = await personNamed(store.db, login);
    if (path !== undefined) {
      const files = await aboutPerson(store.db, person);
      writeWhole(path, [zipSync(Object.fromEntries(files.map((file) => [file.path, file.content])))], 0o600);
      console.log(say.exported(login, path, files.length));
    }
    if (!options.erase) return;
    await erase(store, act, person);
    console.log(say.erased(login));
  });
}
