import { words } from "../../../src/words/words";
import { closeReview } from "../../gradebook/learner/review";
import { Conflict } from "../../gradebook/override";
import { submissionPage } from "../../gradebook/queries/submissionPage";
import { fieldsOf } from "../fieldsOf";
import { type Asked, seeOther } from "../Route";
import { fieldOf, submissionAddress } from "./typed";

/** Staff have looked at what a learner asked. */
export async function postReviewClosed(asked: Asked): Promise<Response> {
  const { c, store, act } = asked;
  const id = c.req.param("id") ?? "";
  const fields = await fieldsOf(c);
  const review = fieldOf(fields, "review");
  const { reviews } = await submissionPage(store.db, id);
  const isHere = reviews.some((one) => one.id === review);
  const isClosed = await store.db
    .transaction()
    .execute(async (trx) => isHere && (await closeReview(trx, act, review, fieldOf(fields, "text"))));
  if (!isClosed) throw new Conflict(words.handIn.review.closedBefore);
  return seeOther(asked, submissionAddress(id, fields));
}
