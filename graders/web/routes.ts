import type { Route } from "./Route";
import { overview } from "./routes/overview";
import { people } from "./routes/people";
import { regrades } from "./routes/regrades";
import { runs } from "./routes/runs";

/** Everything that the dashboard answers, in one table of (route, role). */
export const routes: readonly Route[] = [...overview, ...runs, ...regrades, ...people];
