import type { GradingRun } from "../../engine/GradingRun";
import { hashOf } from "../../text/hashOf";

/** What results depend on, but for the submission: what the grader says of itself, and the seed. */
export function conditionsOf({ conditions, seed }: Pick<GradingRun, "conditions" | "seed">): string {
  return hashOf(JSON.stringify([conditions, seed]));
}
