import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** V8's own collector. */
type Collect = (options: { type: "major"; execution: "sync"; flavor: "last-resort" }) => void;

const collect = takeCollector();

/** Collects all of this thread's garbage, and makes its heap as small as what is left. Takes up to a second. */
export function collectGarbage(): void {
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
}

/** V8 gives its collector to contexts that are made while a flag is set; cells never see it. */
function takeCollector(): Collect {
  setFlagsFromString("--expose-gc");
  const taken = runInNewContext("gc") as Collect;
  setFlagsFromString("--no-expose-gc");
  return taken;
}
