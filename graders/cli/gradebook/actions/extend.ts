import { words } from "../../../../src/words/words";
import { courseIn } from "../../../gradebook/course";
import { extend } from "../../../gradebook/extension";
import { parseTime, showTime } from "../../../gradebook/marks/parseTime";
import { personNamed } from "../../../gradebook/people";
import { runNamed } from "../../../gradebook/runs";
import { type StoreOptions, withStore } from "../withStore";
import { movedMark } from "./movedMark";

const say = words.gradebook.say;

export async function run(
  login: string,
  slug: string,
  time: string,
  { db, reason }: StoreOptions & { reason: string },
): Promise<void> {
  await withStore(db, async (store, act) => {
    const { zone } = await courseIn(store.db);
    const [person, row] = [await personNamed(store.db, login), await runNamed(store.db, slug)];
    const due = parseTime(time, zone);
    const mark = await movedMark(store.db, row, person, (trx) =>
      extend(trx, act, { run: row.id, person: person.id, due, reason }),
    );
    console.log(say.extended(login, slug, `${showTime(due, zone)} (${zone})`, mark));
  });
}
