import type { Assignment } from "../../../src/check/contract";

/** The number of an assignment that comes after all others. */
export function nextNumber(assignments: readonly Assignment[]): number {
  return 1 + Math.max(0, ...assignments.map(({ number }) => number));
}
