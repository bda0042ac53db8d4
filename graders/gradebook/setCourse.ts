import { words } from "../../src/words/words";
import type { Act } from "./Act";
import { writeDown } from "./audit";
import { type LatePolicy, noPenalty } from "./marks/LatePolicy";
import { local } from "./marks/Temporal";
import { Refusal } from "./Refusal";
import { recompute } from "./recompute";
import type { Change } from "./Store";

const say = words.gradebook.course;

/** What is said about a course; what is left out stays as it is. */
export interface CourseSettings {
  title?: string;
  zone?: string;
  policy?: LatePolicy;
}

/** Makes the course, or changes it; marks follow the policy and the zone. */
export async function setCourse(trx: Change, act: Act, settings: CourseSettings): Promise<void> {
  const { title, zone, policy } = settings;
  if (zone !== undefined) refuseUnknownZone(zone);
  const known = await trx.selectFrom("course").selectAll().executeTakeFirst();
  if (!known && title === undefined) throw new Refusal(say.noTitle);
  await refuseFreeDays(trx, policy);
  const before = known ?? { id: act.newId(), title: "", zone: "UTC", policy: JSON.stringify(noPenalty) };
  const after = {
    ...before,
    title: title ?? before.title,
    zone: zone ?? before.zone,
    policy: policy ? JSON.stringify(policy) : before.policy,
  };
  if (JSON.stringify(known) === JSON.stringify(after)) return;
  if (known) await trx.updateTable("course").set(after).where("id", "=", known.id).execute();
  else await trx.insertInto("course").values(after).execute();
  await writeDown(trx, act, { what: "course", about: `course:${after.id}`, before: known, after });
  if (known) await recompute(trx, "all");
}

function refuseUnknownZone(zone: string): void {
  try {
    local("2026-01-01T00:00", zone);
  } catch {
    throw new Refusal(say.unknownZone(zone));
  }
}

/** Where the best hand-in counts, earlier work could cost free days that a later run needs. */
async function refuseFreeDays(trx: Change, policy: LatePolicy | undefined): Promise<void> {
  if (policy === undefined || policy.freeDays === 0) return;
  const best = await trx.selectFrom("run").select("slug").where("counts", "=", "best").orderBy("slug").execute();
  if (best.length > 0) throw new Refusal(words.gradebook.run.freeDaysOfBest(best.map(({ slug }) => slug)));
}
