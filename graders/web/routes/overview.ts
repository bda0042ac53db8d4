import { learnerHome } from "../learnerHome";
import { classView } from "../pages/classView";
import { learnerView } from "../pages/learnerView";
import { runView } from "../pages/runView";
import { type Route, seeOther } from "../Route";

/** Who stands where: the pages that change nothing. */
export const overview: readonly Route[] = [
  {
    method: "get",
    path: "/",
    // Where signing in leads.
    roles: ["staff", "learner"],
    answer: (asked) => {
      const { c, store, live, visitor } = asked;
      return visitor.role === "learner" ? seeOther(asked, learnerHome) : classView(store.db, c.req.query(), live);
    },
  },
  {
    method: "get",
    path: "/runs/:slug",
    roles: ["staff"],
    answer: ({ c, store, live }) => runView(store.db, c.req.param("slug") ?? "", live),
  },
  {
    method: "get",
    path: "/learners/:login",
    roles: ["staff"],
    answer: ({ c, store }) => learnerView(store.db, c.req.param("login") ?? ""),
  },
];
