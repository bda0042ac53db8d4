import { runNamed } from "../../gradebook/runs";
import { noteOnPair } from "../../gradebook/similar/noteOnPair";
import { type PairAddress, pairView } from "../pages/pairView";
import { similarView } from "../pages/similarView";
import { type Asked, type Route, seeOther } from "../Route";

/** Which hand-ins are alike: names of learners stand beside each other there, so it is for staff alone. */
export const similar: readonly Route[] = [
  {
    method: "get",
    path: "/runs/:slug/similar",
    roles: ["staff"],
    answer: ({ c, store, comparer }) =>
      similarView(store.db, c.req.param("slug") ?? "", comparer, c.req.query("all") !== undefined),
  },
  {
    method: "post",
    path: "/runs/:slug/similar",
    roles: ["staff"],
    answer: async (asked) => {
      const run = await runNamed(asked.store.db, asked.c.req.param("slug") ?? "");
      asked.comparer.start(run, asked.act);
      return seeOther(asked, `/runs/${run.slug}/similar`);
    },
  },
  {
    method: "get",
    path: "/runs/:slug/similar/:left/:right",
    roles: ["staff"],
    answer: (asked) => pairView(asked.store.db, pairOf(asked), asked.comparer),
  },
  {
    method: "post",
    path: "/runs/:slug/similar/:left/:right",
    roles: ["staff"],
    answer: async (asked) => {
      const { c, store, act } = asked;
      const { slug, left, right } = pairOf(asked);
      const { text } = await c.req.parseBody();
      const run = await runNamed(store.db, slug);
      const written = typeof text === "string" ? text : "";
      await store.db.transaction().execute((trx) => noteOnPair(trx, act, run, { left, right, text: written }));
      return seeOther(asked, `/runs/${slug}/similar/${left}/${right}`);
    },
  },
];

function pairOf({ c }: Asked): PairAddress {
  const [slug, left, right] = ["slug", "left", "right"].map((name) => c.req.param(name) ?? "");
  return { slug, left, right };
}
