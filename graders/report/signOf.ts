import type { CheckStatus, FunctionStatus } from "../engine/results";

const signs: Record<FunctionStatus, string> = {
  correct: "✓",
  partial: "◐",
  incorrect: "✗",
  "not-implemented": "○",
  "not-defined": "○",
};

export function signOf(status: FunctionStatus | CheckStatus): string {
  return signs[status];
}
