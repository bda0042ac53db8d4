import { words } from "../../../src/words/words";
import { Refusal } from "../../gradebook/Refusal";
import { beginRegrade } from "../../gradebook/regrade/beginRegrade";
import { beginUndo } from "../../gradebook/regrade/beginUndo";
import { applyRegrade, dropRegrade, PreviewChanged } from "../../gradebook/regrade/settleRegrade";
import { runNamed } from "../../gradebook/runs";
import type { Change } from "../../gradebook/Store";
import type { RegradeRow } from "../../gradebook/schema";
import { formOf, queryOf } from "../formOf";
import { regradeView } from "../pages/regradeView";
import { type Asked, type Route, seeOther } from "../Route";

const texts = words.dashboardStaff.regrade;

/** Regrades: what they would change, and whether they do. */
export const regrades: readonly Route[] = [
  {
    method: "get",
    path: "/regrades/:id",
    roles: ["staff"],
    answer: (asked) => regradeView(asked, asked.c.req.param("id") ?? "", queryOf(asked, "neverLower", "from")),
  },
  { method: "post", path: "/runs/:slug/regrades", roles: ["staff"], answer: begin },
  { method: "post", path: "/regrades/:id/apply", roles: ["staff"], answer: apply },
  { method: "post", path: "/regrades/:id/drop", roles: ["staff"], answer: drop },
  { method: "post", path: "/regrades/:id/undo", roles: ["staff"], answer: undo },
];

/** What has to be graded for it is graded by whoever grades, and the page says how far that is. */
async function begin(asked: Asked): Promise<Response> {
  const { c, store, act, grading } = asked;
  const run = await runNamed(store.db, c.req.param("slug") ?? "");
  const only = (await formOf(asked))("only") === "all" ? "all" : "counting";
  const conditions = await grading.conditionsFor(run);
  const { regrade } = await store.db
    .transaction()
    .execute((trx) => beginRegrade(trx, act, grading.queue, run, conditions, only));
  return seeOther(asked, `/regrades/${regrade.id}`);
}

/** Only what was seen is applied. Applied, or dropped, once more, nothing changes. */
async function apply(asked: Asked): Promise<string | Response> {
  const { c, store, act } = asked;
  const field = await formOf(asked);
  const neverLower = field("neverLower") === "1";
  const seen = { preview: field("seen"), neverLower: neverLower ? 1 : 0 };
  try {
    await store.db.transaction().execute(async (trx) => {
      const regrade = await regradeOf(asked, trx);
      if (isOpen(regrade)) await applyRegrade(trx, act, { ...regrade, ...seen }, neverLower);
    });
  } catch (error) {
    if (!(error instanceof PreviewChanged)) throw error;
    const query = neverLower ? { neverLower: "1" } : {};
    return c.html(await regradeView(asked, c.req.param("id") ?? "", query, true), 409);
  }
  return seeOther(asked, `/regrades/${c.req.param("id")}`);
}

async function drop(asked: Asked): Promise<Response> {
  const { c, store, act } = asked;
  await store.db.transaction().execute(async (trx) => {
    const regrade = await regradeOf(asked, trx);
    if (isOpen(regrade)) await dropRegrade(trx, act, regrade);
  });
  return seeOther(asked, `/regrades/${c.req.param("id")}`);
}

/** Begins to take it back, which is shown before it is applied. */
async function undo(asked: Asked): Promise<Response> {
  const { store, act } = asked;
  const { id } = await store.db.transaction().execute(async (trx) => {
    const regrade = await regradeOf(asked, trx);
    const run = await trx.selectFrom("run").selectAll().where("id", "=", regrade.run).executeTakeFirstOrThrow();
    const begun = await beginUndo(trx, act, run);
    if (begun.undoes !== regrade.id) throw new Refusal(texts.notLast);
    return begun;
  });
  return seeOther(asked, `/regrades/${id}`);
}

async function regradeOf({ c }: Asked, trx: Change): Promise<RegradeRow> {
  const id = c.req.param("id") ?? "";
  const regrade = await trx.selectFrom("regrade").selectAll().where("id", "=", id).executeTakeFirst();
  if (!regrade) throw new Refusal(texts.unknown);
  return regrade;
}

function isOpen({ state }: RegradeRow): boolean {
  return state === "grading" || state === "ready";
}
