import type { Route } from "./Route";
import { overview } from "./routes/overview";
import { similar } from "./routes/similar";

/** Everything that the dashboard answers, in one table of (route, role). */
export const routes: readonly Route[] = [...overview, ...similar];
