import { words } from "../../../src/words/words";
import { Refusal } from "../Refusal";
import type { Db } from "../Store";
import type { Question } from "./questionGroups";

/** Where a submission stands in the order. */
interface Standing {
  id: string;
  sha256: string;
  rank: number;
}

/**
 * Who has asked waits for an answer. What is not gradable may need no more than another file; a fault is ours; both come
 * before what has a mark.
 */
const ranks = { asked: 0, "not-gradable": 1, fault: 2, counted: 3 };

/**
 * What learners have asked about, until it is closed; then what staff have not said anything about yet, neither in a
 * comment nor by an override: first what is not gradable, of learners who have no mark; then grader faults; then the
 * hand-ins that count. Within each, in the order of the hashes of
 * what was handed in, which says nothing about names.
 *
 * @param name one function: only hand-ins that count are looked at, in which it is not correct
 * @param after the submission at which staff are: the next one, and after the last the first
 * @returns null when there is nothing left
 */
export async function nextToLookAt(
  db: Db,
  run: string,
  { name, after }: { name?: string; after?: string } = {},
): Promise<string | null> {
  const asked = name === undefined ? await askedAbout(db, run) : [];
  const isAsked = ({ id }: Standing): boolean => asked.some((one) => one.id === id);
  const unsaidOnes = name === undefined ? await unsaidTroubles(db, run) : [];
  const troubles = [...asked, ...unsaidOnes.filter((one) => !isAsked(one))];
  const here = after === undefined ? null : (asked.find(({ id }) => id === after) ?? (await standingOf(db, after)));
  const left = troubles.filter(({ id }) => id !== after);
  const isAfter = (one: Standing): boolean => here === null || compare(one, here) > 0;
  const further = here?.rank === ranks.counted ? undefined : left.find(isAfter);
  if (further) return further.id;
  const from = here?.rank === ranks.counted ? here : null;
  return (
    (await unsaidCounted(db, { run, name }, after, from)) ??
    left.at(0)?.id ??
    (from === null ? null : unsaidCounted(db, { run, name }, after, null))
  );
}

function compare(a: Standing, b: Standing): number {
  const text = (one: Standing): string => `${one.rank} ${one.sha256} ${one.id}`;
  return text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0;
}

async function standingOf(db: Db, id: string): Promise<Standing> {
  const row = await db
    .selectFrom("submission")
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .leftJoin("grade", (join) =>
      join.onRef("grade.person", "=", "submission.person").onRef("grade.run", "=", "submission.run"),
    )
    .where("submission.id", "=", id)
    .where("attempt.why", "=", "submitted")
    .select(["submission.id", "submission.sha256", "attempt.state", "grade.final"])
    .orderBy("attempt.id")
    .executeTakeFirst();
  if (!row) throw new Refusal(words.gradebook.grading.unknownSubmission);
  const { state, final, ...about } = row;
  const trouble = state === "fault" ? ranks.fault : ranks["not-gradable"];
  return { ...about, rank: final === null ? trouble : ranks.counted };
}

/** Of everybody whose question is open, the hand-in that counts, else the last. */
async function askedAbout(db: Db, run: string): Promise<Standing[]> {
  const rows = await db
    .selectFrom("review")
    .innerJoin("submission", (join) =>
      join.onRef("submission.person", "=", "review.person").onRef("submission.run", "=", "review.run"),
    )
    .leftJoin("grade", (join) => join.onRef("grade.person", "=", "review.person").onRef("grade.run", "=", "review.run"))
    .leftJoin("attempt", "attempt.id", "grade.attempt")
    .where("review.run", "=", run)
    .where("review.closed", "is", null)
    .select(["submission.id", "submission.sha256", "submission.person", "attempt.submission as counted"])
    .orderBy("submission.latest")
    .orderBy("submission.id")
    .execute();
  const chosen = new Map<string, Standing>();
  for (const { id, sha256, person, counted } of rows)
    if (counted === null || counted === id) chosen.set(person, { id, sha256, rank: ranks.asked });
  return [...chosen.values()].toSorted(compare);
}

async function unsaidTroubles(db: Db, run: string): Promise<Standing[]> {
  const rows = await unsaid(db, { run })
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .leftJoin("result", "result.attempt", "attempt.id")
    .leftJoin("grade", (join) =>
      join.onRef("grade.person", "=", "submission.person").onRef("grade.run", "=", "submission.run"),
    )
    .where("attempt.why", "=", "submitted")
    .where("grade.final", "is", null)
    .where((is) => is.or([is("attempt.state", "=", "fault"), is("result.status", "=", "not-gradable")]))
    .select(["submission.id", "submission.sha256", "attempt.state"])
    .orderBy("submission.id")
    .execute();
  return rows
    .map(({ state, ...one }) => ({ ...one, rank: state === "fault" ? ranks.fault : ranks["not-gradable"] }))
    .toSorted(compare);
}

/** The first one that comes after another one; or the first of all. */
async function unsaidCounted(
  db: Db,
  { run, name }: Pick<Question, "run"> & { name?: string },
  except: string | undefined,
  from: Standing | null,
): Promise<string | null> {
  const found = await unsaid(db, { run, name })
    .innerJoin("attempt", "attempt.submission", "submission.id")
    .innerJoin("grade", "grade.attempt", "attempt.id")
    .$if(name !== undefined, (query) =>
      query
        .innerJoin("part", "part.attempt", "attempt.id")
        .where("part.name", "=", name ?? "")
        .where("part.status", "!=", "correct"),
    )
    .$if(except !== undefined, (query) => query.where("submission.id", "!=", except ?? ""))
    .$if(from !== null, (query) =>
      query.where((is) =>
        is.or([
          is("submission.sha256", ">", from?.sha256 ?? ""),
          is.and([is("submission.sha256", "=", from?.sha256 ?? ""), is("submission.id", ">", from?.id ?? "")]),
        ]),
      ),
    )
    .select("submission.id")
    .orderBy("submission.sha256")
    .orderBy("submission.id")
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** Submissions of those who are still in the course, on which, or on one function of which, staff have said nothing. */
function unsaid(db: Db, { run, name }: { run: string; name?: string }) {
  return db
    .selectFrom("submission")
    .innerJoin("person", "person.id", "submission.person")
    .where("submission.run", "=", run)
    .where("person.erased", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("comment")
            .select("comment.id")
            .whereRef("comment.submission", "=", "submission.id")
            .$if(name !== undefined, (query) => query.where("comment.name", "=", name ?? "")),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("override")
            .select("override.id")
            .whereRef("override.person", "=", "submission.person")
            .whereRef("override.run", "=", "submission.run")
            .where("override.revoked", "is", null)
            .where((is) =>
              is.or([
                is("override.name", "is", null),
                name === undefined
                  ? is("override.submission", "=", is.ref("submission.id"))
                  : is.and([is("override.submission", "=", is.ref("submission.id")), is("override.name", "=", name)]),
              ]),
            ),
        ),
      ),
    );
}
