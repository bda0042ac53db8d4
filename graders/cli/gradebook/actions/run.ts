import { randomInt } from "node:crypto";
import { words } from "../../../../src/words/words";
import { courseIn } from "../../../gradebook/course";
import { parseTime, showTime } from "../../../gradebook/marks/parseTime";
import { type RunSettings, setRun } from "../../../gradebook/setRun";
import { namedAssignment } from "../../assignmentFor";
import { courseInUse } from "../../courseInUse";
import { type StoreOptions, withStore } from "../withStore";

const say = words.gradebook.say;

interface RunOptions extends StoreOptions {
  due?: string;
  opens?: string;
  closes?: string;
  counts?: "best" | "last";
  seed?: number;
  perHour?: number;
  anonymous?: boolean;
  release?: boolean;
}

export async function run(slug: string, options: RunOptions): Promise<void> {
  await withStore(options.db, async ({ db }, act) => {
    const { assignments } = await courseInUse();
    const { title, functions } = namedAssignment(slug, assignments);
    const maxScore = functions.reduce((sum, { points }) => sum + points, 0);
    const { zone } = await courseIn(db);
    const settings = settingsOf(options, zone, act.now());
    const changed = await db
      .transaction()
      .execute((trx) => setRun(trx, act, { slug, title, maxScore }, settings, randomInt(2 ** 32)));
    const { seed, due, closes } = changed.run;
    const shown = (time: string | null): string | null => (time === null ? null : showTime(time, zone));
    console.log(changed.isNew ? say.runOpened(slug, seed) : say.runChanged(slug));
    console.log(say.runTimes(shown(due), shown(closes), zone));
  });
}

function settingsOf(options: RunOptions, zone: string, now: string): RunSettings {
  const time = (text: string | undefined): string | null | undefined => {
    if (text === undefined) return undefined;
    return text === "none" ? null : parseTime(text, zone);
  };
  const { counts, seed, perHour, anonymous, release } = options;
  return {
    ...{ counts, seed, perHour, due: time(options.due), opens: time(options.opens), closes: time(options.closes) },
    ...(anonymous ? { anonymous: 1 } : {}),
    ...(release ? { released: now } : {}),
  };
}
