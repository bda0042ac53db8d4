import type { RunMessage } from "../../engine/messages";
import type { Addresses } from "../Addresses";

/** What the page tells the engine's worker. */
export type EngineCommand =
  /** First of all. */
  | { type: "start"; leash: string; digits: Addresses["digits"] }
  | { type: "run"; message: RunMessage }
  /** To interrupt; the old leash is pulled by now, and this is the next one. */
  | { type: "interrupt"; leash: string };
