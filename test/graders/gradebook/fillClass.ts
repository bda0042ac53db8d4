import { addComment } from "../../../graders/gradebook/comment";
import { commentGroup } from "../../../graders/gradebook/commentGroup";
import { extend } from "../../../graders/gradebook/extension";
import { askForReview } from "../../../graders/gradebook/learner/review";
import { noPenalty } from "../../../graders/gradebook/marks/LatePolicy";
import { override } from "../../../graders/gradebook/override";
import { type PersonRow, peopleIn } from "../../../graders/gradebook/people";
import { beginRegrade } from "../../../graders/gradebook/regrade/beginRegrade";
import { saveComment } from "../../../graders/gradebook/savedComment";
import { countedHandIns, hashOfHandIns } from "../../../graders/gradebook/similar/countedHandIns";
import type { AClass } from "./aClass";

/** Names whose order depends on who sorts them. */
const logins = ["zoe", "Ada", "ada", "émile", "Ähre", "li-ming", "li ming", "bob"];

/** Fills a course: sections, deadlines in two runs, lateness, overrides, an extension, and a regrade that waits in part. */
export async function fill(one: AClass): Promise<void> {
  await one.course({ ...noPenalty, grace: 5, deduct: 0.1, upTo: 0.5, freeDays: 1 }, "Europe/Vienna");
  const runs = [
    await one.run("b", { due: "2026-05-09T22:00:00.000Z" }),
    await one.run("a", { due: "2026-05-01T22:00:00.000Z" }),
    await one.run("c"),
  ];
  const people: PersonRow[] = [];
  for (const login of logins)
    people.push(await one.learner(login, { section: login === "bob" ? null : login.slice(0, 1) }));
  const submissions: string[] = [];
  for (const [i, person] of people.slice(0, -1).entries()) {
    for (const [j, run] of runs.entries()) {
      const received = `2026-05-0${1 + ((i + 2 * j) % 9)}T1${i}:00:00.000Z`;
      const points = i === 3 ? null : { f: (3 * i + j) % 11, g: 10, h: 0.1 + 0.2 * i };
      submissions.push(await one.handIn(run, person, points, { received }));
    }
  }
  const [b, a] = runs;
  await one.change((trx) =>
    extend(trx, one.act, { run: a.id, person: people[1].id, due: "2026-05-04T10:00:00.000Z", reason: "ill" }),
  );
  await one.change((trx) =>
    override(trx, one.act, { run: b, person: people[2].id, name: "f" }, { points: 1.5, reason: "r" }),
  );
  await one.change((trx) => override(trx, one.act, { run: a, person: people[7].id }, { points: 12, reason: "r" }));
  const saved = { name: "g", misconception: null, text: "on g", points: 1.5 };
  await one.change((trx) => saveComment(trx, one.act, saved));
  const question = { run: b.id, name: "f" };
  const group = { status: "incorrect", misconception: null };
  await one.change((trx) => commentGroup(trx, one.act, question, group, { text: "to all" }));
  const place = { submission: submissions[0], name: "f", line: 1 };
  await one.change((trx) => addComment(trx, one.act, place, "at a line"));
  await one.change((trx) => addComment(trx, one.act, { ...place, name: null, line: null }, "on the whole"));
  await one.change((trx) => beginRegrade(trx, one.act, one.queue, b, "2", "all"));
  for (const [i, submission] of submissions.filter((_, n) => n % 3 === 0).entries())
    if (i < 5) await one.settle(submission, "2", i === 4 ? null : { f: 7, g: 10, h: i });
  await compared(one, b.id);
  await linkedInLms(one, b.id);
  await one.change((trx) => askForReview(trx, one.act, { run: b, person: people[0].id, typed: "and f?" }));
  await one.change((trx) => askForReview(trx, one.act, { run: b, person: people[4].id, typed: "and g?" }));
  // Tokens are drawn at random.
  await one.store.db
    .insertInto("submitToken")
    .values({ person: people[2].id, hash: "h", made: one.act.now() })
    .execute();
}

/** As a comparison leaves it: pairs that are equally alike, a file that could not be read, and notes. */
async function compared({ store: { db }, act }: AClass, run: string): Promise<void> {
  const handIns = await countedHandIns(db, run);
  const [first, second, third, fourth] = handIns.map(({ id }) => id);
  await db
    .insertInto("comparison")
    .values({ run, of: hashOfHandIns(handIns), compared: 4, at: act.now() })
    .execute();
  for (const [left, right] of [
    [first, second],
    [second, third],
    [first, third],
  ]) {
    await db.insertInto("alikePair").values({ run, left, right, similarity: 0.5, common: 7 }).execute();
  }
  await db.insertInto("notCompared").values({ run, submission: fourth, reason: "is empty" }).execute();
  for (const text of ["one", "another"]) {
    const [left, right] = [handIns[1].person, handIns[0].person];
    const note = { id: act.newId(), run, left, right, text, by: act.by, at: act.now() };
    await db.insertInto("pairNote").values(note).execute();
  }
}

/** As launches and rounds of sending leave it. */
async function linkedInLms({ store: { db }, act }: AClass, run: string): Promise<void> {
  const link = {
    run,
    platform: "p",
    client: "c",
    deployment: "d",
    scores: "s",
    members: null,
    lineItems: null,
    scopes: "[]",
  };
  await db
    .insertInto("lmsLink")
    .values({ ...link, at: act.now() })
    .execute();
  const people = (await peopleIn(db)).slice(0, 4);
  for (const [i, { id: person }] of people.entries()) {
    await db
      .insertInto("lmsPerson")
      .values({ platform: "p", subject: `u-${i}`, person })
      .execute();
    const state = (["sent", "due", "refused", "changed"] as const)[i];
    const row = { run, person, final: i, state, answer: null, at: act.now(), tries: i, sent: null, forced: 0 };
    await db
      .insertInto("passback")
      .values({ ...row, next: "2026-05-01T00:00:00.000Z" })
      .execute();
  }
}
