import type { Act } from "../Act";
import { writeDown } from "../audit";
import type { Change, Db } from "../Store";
import type { Gradebook } from "../schema";
import type { LmsLink } from "./linkRun";

type PassbackRow = Gradebook["passback"];

/** A mark that an LMS has to be told. */
export interface DueMark extends Pick<PassbackRow, "run" | "person" | "tries" | "sent" | "forced"> {
  final: number;
  maxScore: number;
  subject: string;
  link: LmsLink;
}

/** What became of it. */
export type Told =
  | { kind: "sent" }
  /** The LMS refuses this one; it would do so again. */
  | { kind: "refused"; answer: string }
  /** The LMS has a mark that it was not sent. */
  | { kind: "changed"; answer: string }
  /** It may work later. */
  | { kind: "later"; answer: string };

/** In milliseconds: twice as long after each try. */
const [firstPause, longestPause] = [30_000, 3_600_000];

/** Notes which marks of released runs the LMS does not know yet. */
export async function noteDueMarks(trx: Change, now: string): Promise<void> {
  const rows = await trx
    .selectFrom("grade")
    .innerJoin("run", "run.id", "grade.run")
    .innerJoin("lmsLink", "lmsLink.run", "grade.run")
    .innerJoin("lmsPerson", (join) =>
      join.onRef("lmsPerson.person", "=", "grade.person").onRef("lmsPerson.platform", "=", "lmsLink.platform"),
    )
    .leftJoin("passback", (join) =>
      join.onRef("passback.run", "=", "grade.run").onRef("passback.person", "=", "grade.person"),
    )
    .where("run.released", "is not", null)
    .where("lmsLink.scores", "is not", null)
    .where("grade.final", "is not", null)
    .select(["grade.run", "grade.person", "grade.final", "passback.final as told", "passback.state"])
    .orderBy("grade.run")
    .orderBy("grade.person")
    .execute();
  for (const { run, person, final, told, state } of rows) {
    if (state !== null && told === final) continue;
    const due = { final, state: "due" as const, answer: null, at: now, tries: 0, next: now, forced: 0 };
    await trx
      .insertInto("passback")
      .values({ run, person, ...due, sent: null })
      .onConflict((conflict) => conflict.columns(["run", "person"]).doUpdateSet(due))
      .execute();
  }
}

/** What may be tried now, whatever has waited longest first. */
export async function dueMarks(db: Db, now: string): Promise<DueMark[]> {
  const rows = await db
    .selectFrom("passback")
    .innerJoin("run", "run.id", "passback.run")
    .innerJoin("lmsLink", "lmsLink.run", "passback.run")
    .innerJoin("lmsPerson", (join) =>
      join.onRef("lmsPerson.person", "=", "passback.person").onRef("lmsPerson.platform", "=", "lmsLink.platform"),
    )
    .where("passback.state", "=", "due")
    .where("passback.next", "<=", now)
    .where("lmsLink.scores", "is not", null)
    .selectAll("lmsLink")
    .select(["passback.person", "passback.final", "passback.tries", "passback.sent", "passback.forced"])
    .select(["run.maxScore", "lmsPerson.subject"])
    .orderBy("passback.next")
    .orderBy("passback.run")
    .orderBy("passback.person")
    .execute();
  return rows.flatMap(({ person, final, tries, sent, forced, maxScore, subject, ...link }) =>
    final === null ? [] : [{ run: link.run, person, final, tries, sent, forced, maxScore, subject, link }],
  );
}

/** Keeps what became of a mark, unless it has changed in the meantime: then it is due anyway. */
export async function settleMark(
  db: Db,
  { run, person, final, tries }: DueMark,
  told: Told,
  now: string,
): Promise<void> {
  const pause = Math.min(longestPause, firstPause * 2 ** tries);
  const next = told.kind === "later" ? new Date(Date.parse(now) + pause).toISOString() : null;
  await db
    .updateTable("passback")
    .set({
      ...{ state: told.kind === "later" ? "due" : told.kind, at: now, tries: tries + 1, next },
      answer: told.kind === "sent" ? null : told.answer,
      ...(told.kind === "sent" ? { sent: final, forced: 0 } : {}),
    })
    .where("run", "=", run)
    .where("person", "=", person)
    .where("final", "=", final)
    .execute();
}

/**
 * Has marks sent once more, whatever the LMS has.
 *
 * @param person whose; of everybody whose mark was not taken, if it is left out
 */
export async function sendAgain(trx: Change, act: Act, run: string, person?: string): Promise<void> {
  const again = { state: "due" as const, tries: 0, next: act.now(), forced: 1 };
  await trx
    .updateTable("passback")
    .set(again)
    .where("run", "=", run)
    .$if(person !== undefined, (query) => query.where("person", "=", person ?? ""))
    .$if(person === undefined, (query) => query.where("state", "!=", "sent"))
    .execute();
  const about = person === undefined ? `run:${run}` : `person:${person}`;
  await writeDown(trx, act, { what: "send-again", about, after: { run } });
}
