import type { Outcome } from "./contract";

/** How many tensors a function left behind, in the call that left the most. */
export function mostLeft(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((most, outcome) => Math.max(most, outcome.kind === "returned" ? (outcome.left ?? 0) : 0), 0);
}
