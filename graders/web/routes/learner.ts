import { streamSSE } from "hono/streaming";
import { words } from "../../../src/words/words";
import { contentOf } from "../../gradebook/content";
import { learnerFile, learnerHandIn } from "../../gradebook/learner/learnerHandIn";
import { learnerView } from "../../gradebook/learner/learnerView";
import { askForReview } from "../../gradebook/learner/review";
import { makeToken, revokeToken, tokenMade } from "../../gradebook/learner/submitToken";
import { waitingOf } from "../../gradebook/learner/waitingOf";
import type { PersonRow } from "../../gradebook/people";
import { Refusal } from "../../gradebook/Refusal";
import { runNamed } from "../../gradebook/runs";
import { download } from "../download";
import { fieldsOf } from "../fieldsOf";
import { handInPath } from "../handIn/answerOf";
import { HandInRefused } from "../handIn/HandInRefused";
import { takeFromLearner } from "../handIn/takeFromLearner";
import { learnerHome } from "../learnerHome";
import { learnerLivePath } from "../livePath";
import { fieldOf } from "../marking/typed";
import { learnerHandInView } from "../pages/learnerHandInView";
import { meView, tokenView } from "../pages/meView";
import { type Asked, type Role, type Route, seeOther } from "../Route";

const roles: readonly Role[] = ["learner"];

const say = words.handIn;

/** What learners see and do: of their own, and nobody else's. */
export const learner: readonly Route[] = [
  { method: "get", path: learnerHome, roles, answer: home },
  { method: "get", path: learnerLivePath, roles, answer: follow },
  { method: "post", path: "/hand-in", roles, answer: handIn },
  {
    method: "get",
    path: handInPath(":id"),
    roles,
    answer: async ({ c, store, act, visitor, titlesOf }) =>
      learnerHandInView(
        store.db,
        await learnerHandIn(store.db, personIn(visitor).id, c.req.param("id") ?? "", act.now()),
        titlesOf,
      ),
  },
  { method: "get", path: `${handInPath(":id")}/file`, roles, answer: ownFile },
  { method: "post", path: "/me/reviews", roles, answer: ask },
  { method: "post", path: "/me/token", roles, answer: changeToken },
];

/** @throws Refusal for whoever plays a learner without being one */
function personIn({ person }: Asked["visitor"]): PersonRow {
  if (person === null) throw new Refusal(say.notLearner);
  return person;
}

async function home({ store, act, visitor }: Asked): Promise<string> {
  const { id } = personIn(visitor);
  return meView(await learnerView(store.db, id, act.now()), await tokenMade(store.db, id));
}

async function handIn(asked: Asked): Promise<Response> {
  const { c, store, act, visitor, grading } = asked;
  const received = act.now();
  const person = personIn(visitor);
  const { file, run } = await c.req.parseBody();
  if (!(file instanceof File)) throw new HandInRefused("file", say.refused.noFile);
  const bytes = Buffer.from(await file.arrayBuffer());
  const sent = { person, slug: String(run ?? ""), name: file.name, bytes, received, source: "page" as const };
  return seeOther(asked, handInPath(await takeFromLearner({ store, act, grading }, sent)));
}

async function ownFile(asked: Asked): Promise<Response> {
  const { c, store, visitor } = asked;
  const { fileName, sha256 } = await learnerFile(store.db, personIn(visitor).id, c.req.param("id") ?? "");
  return download(asked, fileName, await contentOf(store.db, sha256), "application/octet-stream");
}

async function ask(asked: Asked): Promise<Response> {
  const { c, store, act, visitor } = asked;
  const person = personIn(visitor).id;
  const fields = await fieldsOf(c);
  const run = await runNamed(store.db, fieldOf(fields, "run"));
  const typed = fieldOf(fields, "text");
  await store.db.transaction().execute((trx) => askForReview(trx, act, { run, person, typed }));
  return seeOther(asked, `${learnerHome}#${run.slug}`);
}

/** A token is shown in the answer to the form that made it, and nowhere else. */
async function changeToken(asked: Asked): Promise<Response> {
  const { c, store, act, visitor, origin } = asked;
  const { id } = personIn(visitor);
  const fields = await fieldsOf(c);
  if (fieldOf(fields, "do") === "revoke") {
    await store.db.transaction().execute((trx) => revokeToken(trx, act, id));
    return seeOther(asked, `${learnerHome}#token`);
  }
  const token = await store.db.transaction().execute((trx) => makeToken(trx, act, id));
  c.header("Cache-Control", "no-store");
  return c.html(tokenView(token, origin));
}

/** So that a connection that nobody has any more is noticed. */
const mostSilence = 15_000;

/** Says when nothing of the learner's waits any more. */
async function follow({ c, store, visitor, waiting }: Asked): Promise<Response> {
  const { id } = personIn(visitor);
  c.header("Cache-Control", "no-store");
  return streamSSE(c, async (stream) => {
    let last = (await waitingOf(store.db, [id])).get(id) ?? 0;
    let spoke = Date.now();
    const tell = (isOver: boolean) => stream.writeSSE({ data: JSON.stringify({ text: textOf(last), isOver }) });
    await tell(last === 0);
    while (!stream.aborted) {
      // While the database is away, what was said last stays.
      const count = await waiting.count(id).catch(() => null);
      if (count === null) await stream.sleep(awayPause);
      else if (count !== last) {
        const isLess = count < last;
        last = count;
        await tell(isLess);
        spoke = Date.now();
      } else if (Date.now() - spoke > mostSilence) {
        await stream.write(": \n\n");
        spoke = Date.now();
      }
    }
  });
}

/** In milliseconds. */
const awayPause = 1000;

function textOf(count: number): string {
  return count === 0 ? "" : say.handIns.waitingNow(count);
}
