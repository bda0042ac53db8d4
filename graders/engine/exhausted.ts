import type { Outcome } from "../../src/check/contract";

/**
 * What a call ran out of when it threw, judging by V8's message; null for other outcomes. How deep a full stack is, and
 * which array no longer fits into memory, differs from run to run.
 */
export function exhausted(outcome: Outcome): "memory" | "stack" | null {
  if (outcome.kind !== "threw") return null;
  if (/allocat|memory/i.test(outcome.message)) return "memory";
  return /call stack/i.test(outcome.message) ? "stack" : null;
}
