import { words } from "../../../src/words/words";
import { Conflict } from "../../gradebook/override";
import { Refusal } from "../../gradebook/Refusal";
import type { Db } from "../../gradebook/Store";
import { editSaved, removeSaved, saveComment, savedComments, savedSeenAs } from "../../gradebook/savedComment";
import { formatPoints } from "../../report/formatScore";
import { html } from "../../report/html/html";
import { prose } from "../../report/html/prose";
import { fieldsOf } from "../fieldsOf";
import { conflictView } from "../pages/conflictView";
import type { Fields } from "../pages/typedAgain";
import { type Asked, seeOther } from "../Route";
import { fieldOf, placeIn, pointsIn } from "./typed";

const { conflict, refused, saved: texts } = words.dashboardMarking;

/** A saved comment that belongs to no misconception. */
export async function postSaved(asked: Asked): Promise<Response> {
  const { c, store, act } = asked;
  const fields = await fieldsOf(c);
  const id = await store.db
    .transaction()
    .execute((trx) => saveComment(trx, act, { ...textIn(fields), misconception: null }));
  return seeOther(asked, `/saved#saved-${id}`);
}

export async function changeSaved(asked: Asked): Promise<Response> {
  const { c, store, act } = asked;
  const id = c.req.param("id") ?? "";
  const fields = await fieldsOf(c);
  const seen = fieldOf(fields, "seen");
  try {
    await store.db.transaction().execute((trx) => {
      if (fields.do === "remove") return removeSaved(trx, act, id, seen);
      if (fields.do === "edit") return editSaved(trx, act, id, textIn(fields), seen);
      throw new Refusal(refused.unknownForm);
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return c.html(await clash(store.db, id, fields, error.message), 409);
  }
  return seeOther(asked, fields.do === "remove" ? "/saved" : `/saved#saved-${id}`);
}

function textIn(fields: Fields): { name: string | null; text: string; points: number | null } {
  return { name: placeIn(fields), text: fieldOf(fields, "text"), points: pointsIn(fields) };
}

async function clash(db: Db, id: string, fields: Fields, message: string): Promise<string> {
  const now = (await savedComments(db)).find((one) => one.id === id);
  const { seen, do: what, ...typed } = fields;
  const about = now ? [now.name ?? "", now.points === null ? "" : formatPoints(now.points)] : [];
  return conflictView(db, {
    message,
    theirs: now
      ? html`<div class="said">${prose(now.text)}</div><p class="known">${about.filter((one) => one !== "").join(" · ")}</p>`
      : html`<p>${conflict.removedSaved}</p>`,
    ...(now
      ? { action: `/saved/${id}`, mine: { ...typed, do: what ?? "edit", seen: savedSeenAs(now) } }
      : { action: "/saved", mine: typed }),
    send: what === "remove" && now ? conflict.remove : conflict.send,
    back: { path: "/saved", text: texts.title },
  });
}
