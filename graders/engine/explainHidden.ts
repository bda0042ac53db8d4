import { words } from "../../src/words/words";
import type { HiddenDifference } from "./HiddenDifference";

/** A difference on a hidden check in a sentence or two: one text per category, with nothing that a submission chose. */
export function explainHidden({ category, place, isWhole, tolerance }: HiddenDifference): string {
  return words.hidden[category]({ place, isWhole }, tolerance);
}
