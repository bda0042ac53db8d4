import { words } from "../../../src/words/words";
import { Conflict, override, revoke, type Target } from "../../gradebook/override";
import { type SubmissionPage, submissionPage } from "../../gradebook/queries/submissionPage";
import type { Db } from "../../gradebook/Store";
import { formatPoints } from "../../report/formatScore";
import { type Html, html } from "../../report/html/html";
import { fieldsOf } from "../fieldsOf";
import { conflictView } from "../pages/conflictView";
import { functionId } from "../pages/submissionView";
import type { Fields } from "../pages/typedAgain";
import { type Asked, seeOther } from "../Route";
import { fieldOf, givenIn, submissionAddress } from "./typed";

const { conflict, submission: texts } = words.dashboardMarking;

/** Points for a function, or for the run. */
export async function postOverride(asked: Asked): Promise<Response> {
  const { store, act } = asked;
  return change(asked, async (fields, target) => {
    const given = givenIn(fields);
    await store.db.transaction().execute((trx) => override(trx, act, target, given));
  });
}

export async function postRevoke(asked: Asked): Promise<Response> {
  const { store, act } = asked;
  return change(asked, (_, target) => store.db.transaction().execute((trx) => revoke(trx, act, target)));
}

async function change(asked: Asked, make: (fields: Fields, target: Target) => Promise<void>): Promise<Response> {
  const { c, store } = asked;
  const id = c.req.param("id") ?? "";
  const fields = await fieldsOf(c);
  const { run, person } = await submissionPage(store.db, id);
  const name = fieldOf(fields, "name");
  const version = Number(fieldOf(fields, "version"));
  try {
    await make(fields, { run, person, submission: id, version, ...(name === "" ? {} : { name }) });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return c.html(await clash(store.db, id, c.req.path, fields), 409);
  }
  return seeOther(asked, submissionAddress(id, fields, {}, name === "" ? "" : functionId(name)));
}

async function clash(db: Db, id: string, action: string, fields: Fields): Promise<string> {
  const page = await submissionPage(db, id);
  return conflictView(db, {
    message: words.dashboardMarking.refused.changedMark,
    theirs: stateOf(page),
    action,
    mine: { ...fields, version: String(page.mark.version) },
    send: fields.points === undefined ? conflict.revoke : conflict.send,
    back: { path: submissionAddress(id, fields), text: texts.back },
  });
}

/** The mark, and what staff gave. */
function stateOf({ mark, overrides }: SubmissionPage): Html {
  const given = overrides.filter(({ revoked }) => revoked === null);
  const final = mark.final === null ? texts.none : formatPoints(mark.final);
  return html`<p>${conflict.mark(final)}</p>${given.length === 0 ? html`<p>${conflict.noOverride}</p>` : null}<ul>${given.map(
    ({ name, points, reason, by }) =>
      html`<li>${name === null ? texts.wholeRun : html`<code>${name}</code>`}: <b>${formatPoints(points)}</b> ${reason} <span class="known">${by}</span></li>`,
  )}</ul>`;
}
