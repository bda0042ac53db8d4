import { words } from "../../../../src/words/words";
import { override, revoke } from "../../../gradebook/override";
import { personNamed } from "../../../gradebook/people";
import { runNamed } from "../../../gradebook/runs";
import { UsageError } from "../../UsageError";
import { type StoreOptions, withStore } from "../withStore";
import { movedMark } from "./movedMark";

const say = words.gradebook.say;

interface OverrideOptions extends StoreOptions {
  function?: string;
  points?: number;
  reason?: string;
  revoke?: boolean;
}

export async function run(login: string, slug: string, options: OverrideOptions): Promise<void> {
  const { function: name, points, reason } = options;
  if (options.revoke && (points !== undefined || reason !== undefined)) throw new UsageError(say.pointsAndRevoke);
  if (!options.revoke && (points === undefined || !reason)) throw new UsageError(say.noPoints);
  await withStore(options.db, async ({ db }, act) => {
    const [person, row] = [await personNamed(db, login), await runNamed(db, slug)];
    const target = { run: row, person: person.id, ...(name === undefined ? {} : { name }) };
    const mark = await movedMark(db, row, person, (trx) =>
      points === undefined || !reason ? revoke(trx, act, target) : override(trx, act, target, { points, reason }),
    );
    console.log(say.overridden(login, slug, mark));
  });
}
