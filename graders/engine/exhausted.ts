import type { Outcome } from "../../src/check/contract";

/**
 * What there was too little of when a call threw, by what V8 says then: how deep a stack is when it is full, and which array
 * no longer fits into the memory, differs from run to run. Null for other outcomes.
 */
export function exhausted(outcome: Outcome): "memory" | "stack" | null {
  if (outcome.kind !== "threw") return null;
  if (/allocat|memory/i.test(outcome.message)) return "memory";
  return /call stack/i.test(outcome.message) ? "stack" : null;
}
