import { changeComment, postComment } from "../marking/commentActions";
import { postGroupComment, postGroupOverride } from "../marking/groupActions";
import { firstOfRun, handedInFile, nextOf } from "../marking/lookAt";
import { postOverride, postRevoke } from "../marking/overrideActions";
import { postReviewClosed } from "../marking/reviewActions";
import { changeSaved, postSaved } from "../marking/savedActions";
import { questionView } from "../pages/questionView";
import { savedView } from "../pages/savedView";
import { submissionView } from "../pages/submissionView";
import type { Role, Route } from "../Route";

const roles: readonly Role[] = ["staff", "grader"];

/** What graders look at, say and give. */
export const marking: readonly Route[] = [
  {
    method: "get",
    path: "/submissions/:id",
    roles,
    answer: ({ c, store, titlesOf }) => submissionView(store.db, c.req.param("id") ?? "", titlesOf, c.req.query()),
  },
  { method: "get", path: "/submissions/:id/next", roles, answer: nextOf },
  { method: "get", path: "/submissions/:id/file", roles, answer: handedInFile },
  { method: "post", path: "/submissions/:id/comments", roles, answer: postComment },
  { method: "post", path: "/submissions/:id/override", roles, answer: postOverride },
  { method: "post", path: "/submissions/:id/revoke", roles, answer: postRevoke },
  { method: "post", path: "/submissions/:id/review", roles, answer: postReviewClosed },
  { method: "post", path: "/comments/:id", roles, answer: changeComment },
  { method: "get", path: "/saved", roles, answer: ({ c, store }) => savedView(store.db, c.req.query("after")) },
  { method: "post", path: "/saved", roles, answer: postSaved },
  { method: "post", path: "/saved/:id", roles, answer: changeSaved },
  { method: "get", path: "/runs/:slug/next", roles, answer: firstOfRun },
  {
    method: "get",
    path: "/runs/:slug/functions/:name",
    roles,
    answer: ({ c, store }) =>
      questionView(store.db, c.req.param("slug") ?? "", c.req.param("name") ?? "", c.req.query()),
  },
  { method: "post", path: "/runs/:slug/functions/:name/comment", roles, answer: postGroupComment },
  { method: "post", path: "/runs/:slug/functions/:name/override", roles, answer: postGroupOverride },
];
