import type { Route } from "./Route";
import { handIns } from "./routes/handIns";
import { learner } from "./routes/learner";
import { live } from "./routes/live";
import { lms } from "./routes/lms";
import { marking } from "./routes/marking";
import { monitoring } from "./routes/monitoring";
import { overview } from "./routes/overview";
import { people } from "./routes/people";
import { regrades } from "./routes/regrades";
import { runs } from "./routes/runs";
import { similar } from "./routes/similar";
import { workers } from "./routes/workers";

/** Everything that the dashboard answers, in one table of (route, role). */
export const routes: readonly Route[] = [
  ...overview,
  ...handIns,
  ...learner,
  ...live,
  ...marking,
  ...runs,
  ...regrades,
  ...people,
  ...monitoring,
  ...workers,
  ...similar,
  ...lms,
];
