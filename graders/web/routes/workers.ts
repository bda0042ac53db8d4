import { workersView } from "../pages/workersView";
import type { Route } from "../Route";

/** Who grades, and what waits for whom. */
export const workers: readonly Route[] = [
  {
    method: "get",
    path: "/workers",
    roles: ["staff"],
    answer: ({ store, live, grading }) => workersView(store.db, live, grading),
  },
];
