import { metrics, metricsType } from "../metrics";
import type { Route } from "../Route";

/** Numbers for Prometheus, which signs in by a token of its own; see `forPrometheus`. */
export const monitoring: readonly Route[] = [
  {
    method: "get",
    path: "/metrics",
    roles: ["staff"],
    answer: async ({ c, store }) => c.body(await metrics(store.db), 200, { "Content-Type": metricsType }),
  },
];
