import { words } from "../../../src/words/words";
import type { StaffComment } from "../../engine/gradeSubmission";
import { commentsOn } from "../queries/commentsOn";
import { Refusal } from "../Refusal";
import type { Db } from "../Store";
import { isReleased } from "./learnerView";
import { type ShownHandIn, shownHandIns } from "./shownHandIns";

/** One of a learner's own hand-ins, with what staff said about it. */
export interface LearnerHandIn extends Omit<ShownHandIn, "run"> {
  slug: string;
  title: string;
  released: boolean;
  /** Without who wrote them; none before marks are released. */
  comments: StaffComment[];
}

/** @throws Refusal when the learner has no such hand-in, whoever else may have */
export async function learnerHandIn(db: Db, person: string, id: string, now: string): Promise<LearnerHandIn> {
  const run = await db
    .selectFrom("submission")
    .innerJoin("run", "run.id", "submission.run")
    .where("submission.id", "=", id)
    .where("submission.person", "=", person)
    .select(["run.slug", "run.title", "run.released"])
    .executeTakeFirst();
  if (!run) throw new Refusal(words.gradebook.grading.unknownSubmission);
  const released = isReleased(run, now);
  const [{ run: _, ...shown }] = await shownHandIns(db, person, () => released, id);
  const comments = released ? await commentsOn(db, [id]) : [];
  return {
    ...{ ...shown, slug: run.slug, title: run.title, released },
    comments: comments.map(({ name, line, text }) => ({ name, line, text })),
  };
}

/** What was handed in. @throws Refusal as {@link learnerHandIn} */
export async function learnerFile(db: Db, person: string, id: string): Promise<{ fileName: string; sha256: string }> {
  const found = await db
    .selectFrom("submission")
    .select(["fileName", "sha256"])
    .where("id", "=", id)
    .where("person", "=", person)
    .executeTakeFirst();
  if (!found) throw new Refusal(words.gradebook.grading.unknownSubmission);
  return found;
}
