import type { Route } from "./Route";
import { handIns } from "./routes/handIns";
import { live } from "./routes/live";
import { marking } from "./routes/marking";
import { overview } from "./routes/overview";
import { similar } from "./routes/similar";

/** Everything that the dashboard answers, in one table of (route, role). */
export const routes: readonly Route[] = [...overview, ...handIns, ...live, ...marking, ...similar];
