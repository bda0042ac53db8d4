import { words } from "../../../src/words/words";
import { commentGroup } from "../../gradebook/commentGroup";
import { Conflict } from "../../gradebook/override";
import { groupSeenAs, overrideGroup } from "../../gradebook/overrideGroup";
import { groupOfKey, membersOf } from "../../gradebook/queries/questionGroups";
import { runNamed } from "../../gradebook/runs";
import { html } from "../../report/html/html";
import { fieldsOf } from "../fieldsOf";
import { conflictView } from "../pages/conflictView";
import { type Asked, seeOther } from "../Route";
import { fieldOf, givenIn } from "./typed";

const { question: texts, conflict } = words.dashboardMarking;

/** One comment for everybody in a group who does not have it yet. */
export async function postGroupComment(asked: Asked): Promise<Response> {
  const { c, store, act } = asked;
  const fields = await fieldsOf(c);
  const { run, name, key } = await groupIn(asked, fieldOf(fields, "group"));
  const said = fields.saved === undefined ? { text: fieldOf(fields, "text") } : { saved: fields.saved };
  await store.db.transaction().execute((trx) => commentGroup(trx, act, { run: run.id, name }, groupOfKey(key), said));
  return seeOther(asked, addressOf(run.slug, name, key));
}

/** The same points for everybody in a group to whom staff gave none. */
export async function postGroupOverride(asked: Asked): Promise<Response> {
  const { c, store, act } = asked;
  const fields = await fieldsOf(c);
  const { run, name, key } = await groupIn(asked, fieldOf(fields, "group"));
  const given = givenIn(fields);
  const group = groupOfKey(key);
  try {
    await store.db
      .transaction()
      .execute((trx) => overrideGroup(trx, act, run, { name, ...group }, given, fieldOf(fields, "seen")));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const members = await membersOf(store.db, { run: run.id, name }, group);
    const page = await conflictView(store.db, {
      message: error.message,
      theirs: html`<p>${texts.groupNow(key, members.length)}</p>`,
      action: c.req.path,
      mine: { ...fields, seen: groupSeenAs(members) },
      send: conflict.send,
      back: { path: addressOf(run.slug, name, key), text: texts.back },
    });
    return c.html(page, 409);
  }
  return seeOther(asked, addressOf(run.slug, name, key));
}

async function groupIn({ c, store }: Asked, key: string) {
  return { run: await runNamed(store.db, c.req.param("slug") ?? ""), name: c.req.param("name") ?? "", key };
}

function addressOf(slug: string, name: string, key: string): string {
  return `/runs/${slug}/functions/${encodeURIComponent(name)}?group=${encodeURIComponent(key)}#group`;
}
