import { words } from "../../src/words/words";
import type { Act } from "./Act";
import { writeDown } from "./audit";
import { courseIn } from "./course";
import { Refusal } from "./Refusal";
import { recompute } from "./recompute";
import type { Change } from "./Store";
import type { RunRow } from "./schema";

const say = words.gradebook.run;

/** What is said about a run; what is left out stays as it is. */
export type RunSettings = Partial<
  Pick<RunRow, "seed" | "opens" | "due" | "closes" | "released" | "counts" | "anonymous" | "perHour">
>;

/**
 * Opens a run, or changes it; marks follow.
 *
 * @param assignment the one that it is of, and what it is worth
 * @param seed for a new run
 */
export async function setRun(
  trx: Change,
  act: Act,
  assignment: Pick<RunRow, "slug" | "title" | "maxScore">,
  settings: RunSettings,
  seed: number,
): Promise<{ run: RunRow; isNew: boolean }> {
  const course = await courseIn(trx);
  const known = await trx.selectFrom("run").selectAll().where("slug", "=", assignment.slug).executeTakeFirst();
  const run: RunRow = { ...(known ?? newRun(act.newId(), course.id, seed)), ...assignment, ...defined(settings) };
  if (run.counts === "best" && course.policy.freeDays > 0) throw new Refusal(say.freeDaysOfBest([run.slug]));
  if (run.due !== null && run.opens !== null && run.due <= run.opens) throw new Refusal(say.order("opens", "due"));
  if (run.due !== null && run.closes !== null && run.closes < run.due) throw new Refusal(say.order("due", "closes"));
  if (known && JSON.stringify(known) === JSON.stringify(run)) return { run, isNew: false };
  if (known) await trx.updateTable("run").set(run).where("id", "=", run.id).execute();
  else await trx.insertInto("run").values(run).execute();
  await writeDown(trx, act, { what: "run", about: `run:${run.id}`, before: known, after: run });
  if (known && marksRestOn.some((field) => known[field] !== run[field])) await recompute(trx, "all");
  return { run, isNew: known === undefined };
}

/** More than anybody needs who looks at a verdict before handing in again. */
const usualPerHour = 20;

/** Of a run's settings, those that marks follow. */
const marksRestOn = ["due", "counts", "maxScore"] as const;

function newRun(id: string, course: string, seed: number): Omit<RunRow, "slug" | "title" | "maxScore"> {
  const times = { opens: null, due: null, closes: null, released: null };
  return { id, course, seed, ...times, counts: "last", anonymous: 0, perHour: usualPerHour };
}

function defined(settings: RunSettings): RunSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
