import { words } from "../../../src/words/words";
import { addComment, editComment, removeComment, seenAs } from "../../gradebook/comment";
import { Conflict } from "../../gradebook/override";
import { type CommentRow, commentsOn } from "../../gradebook/queries/commentsOn";
import { submissionPage } from "../../gradebook/queries/submissionPage";
import { Refusal } from "../../gradebook/Refusal";
import type { Change, Db } from "../../gradebook/Store";
import { type SavedRow, saveComment, savedNamed } from "../../gradebook/savedComment";
import { html } from "../../report/html/html";
import { prose } from "../../report/html/prose";
import { fieldsOf } from "../fieldsOf";
import { conflictView } from "../pages/conflictView";
import type { Fields } from "../pages/typedAgain";
import { type Asked, seeOther } from "../Route";
import { fieldOf, lineIn, placeIn, submissionAddress } from "./typed";

const { conflict, submission: texts, refused } = words.dashboardMarking;

/** A new comment: one that was typed, a saved one, or both. */
export async function postComment(asked: Asked): Promise<Response> {
  const { c, store, act } = asked;
  const id = c.req.param("id") ?? "";
  const fields = await fieldsOf(c);
  const page = await submissionPage(store.db, id);
  const names = page.verdict?.result.functions.map(({ name }) => name) ?? [];
  const saved = fields.saved === undefined ? null : await savedNamed(store.db, fields.saved);
  const place = { submission: id, name: placeIn(fields), line: lineIn(fields) };
  const made = await store.db.transaction().execute(async (trx) => {
    const ids: string[] = [];
    if (saved) {
      // A saved comment knows its function, unless another place was chosen.
      const own = place.name === null && names.includes(saved.name ?? "") ? { ...place, name: saved.name } : place;
      ids.push(await addComment(trx, act, own, saved.text, saved.id));
    }
    if (!saved || fieldOf(fields, "text").trim() !== "") {
      const kept = fields.save === undefined ? null : await keep(trx, asked, place, fieldOf(fields, "text"));
      ids.push(await addComment(trx, act, place, fieldOf(fields, "text"), kept));
    }
    return ids;
  });
  const suggested = saved === null ? {} : suggestionOf(saved, place.name ?? saved.name ?? "");
  const fragment = saved?.points == null ? `comment-${made[0]}` : "override";
  return seeOther(asked, submissionAddress(id, fields, suggested, fragment));
}

/** Points that go with a saved comment are filled in, for staff to give or not. */
function suggestionOf({ id, points }: SavedRow, name: string): Fields {
  return points === null ? {} : { override: name, points: String(points), saved: id };
}

/** Saves a text with its function, and the misconception that was recognised there. */
async function keep(
  trx: Change,
  { act }: Pick<Asked, "act">,
  { submission, name }: Pick<CommentRow, "submission" | "name">,
  text: string,
): Promise<string> {
  const { verdict } = await submissionPage(trx, submission);
  const checks = verdict?.result.functions.find((one) => one.name === name)?.checks ?? [];
  const misconception = checks.find((one) => one.misconception !== undefined)?.misconception ?? null;
  return saveComment(trx, act, { name, misconception, text, points: null });
}

/** Changes, removes or saves a comment that is there. */
export async function changeComment(asked: Asked): Promise<Response> {
  const { c, store, act } = asked;
  const id = c.req.param("id") ?? "";
  const fields = await fieldsOf(c);
  const [seen, text, submission] = [fieldOf(fields, "seen"), fieldOf(fields, "text"), fieldOf(fields, "submission")];
  const back = submissionAddress(submission, fields);
  try {
    await store.db.transaction().execute(async (trx) => {
      if (fields.do === "remove") return removeComment(trx, act, id, seen);
      if (fields.do !== "save" && fields.do !== "edit") throw new Refusal(refused.unknownForm);
      await editComment(trx, act, id, text, seen);
      if (fields.do === "save") await keep(trx, asked, { submission, name: placeIn(fields) }, text);
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return c.html(await clash(store.db, id, fields, error.message), 409);
  }
  return seeOther(asked, fields.do === "remove" ? back : `${back}#comment-${id}`);
}

async function clash(db: Db, id: string, fields: Fields, message: string): Promise<string> {
  const submission = fieldOf(fields, "submission");
  const now = (await commentsOn(db, [submission])).find((one) => one.id === id);
  const { seen, ...typed } = fields;
  const { do: what, ...again } = typed;
  return conflictView(db, {
    message,
    theirs: now
      ? html`<div class="said">${prose(now.text)}</div><p class="known">${now.by}</p>`
      : html`<p>${conflict.removed}</p>`,
    ...(now
      ? { action: `/comments/${id}`, mine: { ...typed, seen: seenAs(now.text) } }
      : { action: `/submissions/${submission}/comments`, mine: again }),
    send: what === "remove" && now ? conflict.remove : conflict.send,
    back: { path: submissionAddress(submission, fields), text: texts.back },
  });
}
