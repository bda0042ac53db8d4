import type { Assignment } from "../../../src/check/contract";

/** The number for an assignment that follows all others. */
export function nextNumber(assignments: readonly Assignment[]): number {
  return 1 + Math.max(0, ...assignments.map(({ number }) => number));
}
