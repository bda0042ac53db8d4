import { words } from "../../../src/words/words";
import type { LmsLink } from "../../gradebook/lms/linkRun";
import { linksIn } from "../../gradebook/lms/linkRun";
import { sendAgain } from "../../gradebook/lms/passback";
import { personNamed } from "../../gradebook/people";
import { Refusal } from "../../gradebook/Refusal";
import { runNamed } from "../../gradebook/runs";
import { fieldsOf } from "../fieldsOf";
import type { Lms } from "../lti/Lms";
import { lmsView } from "../pages/lmsView";
import { type Asked, type Route, seeOther } from "../Route";

const texts = words.lms;

/** What goes to and fro between the gradebook and an LMS. */
export const lms: readonly Route[] = [
  {
    method: "get",
    path: "/lms",
    roles: ["staff"],
    answer: ({ store, lms }) => lmsView(store.db, lms, null),
  },
  {
    method: "post",
    path: "/lms/:slug/send",
    roles: ["staff"],
    answer: async (asked) => {
      const { c, store, act } = asked;
      const { lms, link } = await linkOf(asked);
      const { login } = await fieldsOf(c);
      const person = login === undefined ? undefined : (await personNamed(store.db, login)).id;
      await store.db.transaction().execute((trx) => sendAgain(trx, act, link.run, person));
      void lms.sendSoon();
      return seeOther(asked, "/lms");
    },
  },
  {
    method: "post",
    path: "/lms/:slug/roster",
    roles: ["staff"],
    answer: async (asked) => {
      const { lms, link } = await linkOf(asked);
      const { added, known } = await lms.takeRoster(link, asked.act);
      return lmsView(asked.store.db, lms, texts.page.took(added, known));
    },
  },
];

/** @throws Refusal when no LMS is connected, or the run is not linked in one */
async function linkOf({ c, store, lms }: Asked): Promise<{ lms: Lms; link: LmsLink }> {
  const run = await runNamed(store.db, c.req.param("slug") ?? "");
  if (lms === null) throw new Refusal(texts.notConfigured);
  const link = (await linksIn(store.db)).find((one) => one.run === run.id);
  if (!link) throw new Refusal(texts.notLinked(run.slug));
  return { lms, link };
}
