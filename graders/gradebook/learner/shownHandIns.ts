import { groupsOf } from "../../text/groupsOf";
import { verdictsOn } from "../queries/verdicts";
import type { Db } from "../Store";
import type { AttemptRow } from "../schema";
import { type LearnerVerdict, learnerVerdict } from "./learnerVerdict";

/** A file that a learner handed in, and how far it is: the learner's own view of it. */
export interface ShownHandIn {
  id: string;
  /** By id. */
  run: string;
  fileName: string;
  received: string;
  /** When the very same file came last. */
  latest: string;
  state: "waiting" | "graded" | "not-gradable" | "fault";
  /** Null until it is graded. */
  verdict: LearnerVerdict | null;
  /** Whether the mark comes from it; never before marks are released, as hidden checks decide which is best. */
  counts: boolean;
}

/** So many hand-ins of a learner in a run are shown: the latest ones. */
const mostShown = 100;

/**
 * A learner's own hand-ins, from the first to the last in each run.
 *
 * @param isReleased whether the marks of a run, by its id, are released
 * @param only one of them, by id
 */
export async function shownHandIns(
  db: Db,
  person: string,
  isReleased: (run: string) => boolean,
  only?: string,
): Promise<ShownHandIn[]> {
  const rows = await attemptsOf(db, person, only);
  const counted = await countedOf(db, person);
  const given = await pointsGiven(db, person);
  const chosen = groupsOf(rows, ({ id }) => id).map((group) => {
    const versions = group.map((i) => rows[i]);
    return versions.find(({ attempt }) => counted.has(attempt)) ?? versions.find(({ why }) => why === "submitted");
  });
  const found = chosen.filter((one) => one !== undefined);
  const byRun = groupsOf(found, ({ run }) => run).map((group) => group.map((i) => found[i]).slice(-mostShown));
  const verdicts = await verdictsOn(
    db,
    byRun.flat().map(({ attempt }) => attempt),
  );
  return byRun.flat().map(({ id, run, fileName, received, latest, attempt, state }): ShownHandIn => {
    const graded = verdicts.get(attempt);
    const released = isReleased(run);
    const verdict = graded ? learnerVerdict(graded, released, given.get(id)) : null;
    return {
      ...{ id, run, fileName, received, latest, verdict },
      state: verdict?.status ?? (state === "done" ? "waiting" : state),
      counts: released && counted.has(attempt),
    };
  });
}

interface Version extends Pick<ShownHandIn, "id" | "run" | "fileName" | "received" | "latest"> {
  attempt: string;
  why: AttemptRow["why"];
  state: AttemptRow["state"];
}

function attemptsOf(db: Db, person: string, only?: string): Promise<Version[]> {
  return db
    .selectFrom("submission")
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .where("submission.person", "=", person)
    .$if(only !== undefined, (query) => query.where("submission.id", "=", only ?? ""))
    .select(["submission.id", "submission.run", "submission.fileName", "submission.received", "submission.latest"])
    .select(["attempt.id as attempt", "attempt.why", "attempt.state"])
    .orderBy("submission.received")
    .orderBy("submission.id")
    .orderBy("attempt.id")
    .execute();
}

/** The attempts from which the learner's marks come. */
async function countedOf(db: Db, person: string): Promise<Set<string>> {
  const rows = await db.selectFrom("grade").select("attempt").where("person", "=", person).orderBy("run").execute();
  return new Set(rows.map(({ attempt }) => attempt).filter((attempt) => attempt !== null));
}

/** The points that staff gave functions, by submission and function. */
async function pointsGiven(db: Db, person: string): Promise<Map<string, Map<string, number>>> {
  const rows = await db
    .selectFrom("override")
    .where("person", "=", person)
    .where("revoked", "is", null)
    .where("submission", "is not", null)
    .select(["submission", "name", "points"])
    .orderBy("submission")
    .orderBy("id")
    .execute();
  const groups = groupsOf(rows, ({ submission }) => submission ?? "");
  return new Map(
    groups.map((group) => [
      rows[group[0]].submission ?? "",
      new Map(group.map((i) => [rows[i].name ?? "", rows[i].points])),
    ]),
  );
}
