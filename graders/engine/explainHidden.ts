import { advice } from "../../src/check/explain";
import type { HiddenCategory, HiddenDifference } from "./HiddenDifference";

/** `subject` starts a sentence, such as `grads.dw` or `Something in caches`. */
type Sentence = (subject: string, difference: HiddenDifference) => string;

const sentences: Record<HiddenCategory, Sentence> = {
  "not-implemented": () => "Not implemented yet.",
  threw: () => "It threw an error.",
  "out-of-time": () => "It was stopped: it took too long.",
  "out-of-budget": () => "It was stopped: the submission has used its processor time.",
  "out-of-memory": () => "It was stopped: it used too much memory.",
  "too-large": () => "Its result is too large.",
  "ended-early": () => "It was stopped: its process ended early.",
  promise: () => `It returned a promise. ${advice.promise}`,
  unusable: () => "It returned something that is neither a number, an array, a list nor an object.",
  undefined: (subject) => `${subject} is undefined. ${advice.undefined}`,
  "list-for-array": (subject) => `${subject} is a list, expected an array. ${advice.listForArray}`,
  "array-for-list": (subject) => `${subject} is an array, expected a list. ${advice.arrayForList}`,
  type: (subject) => `${subject} is of another type than expected.`,
  missing: (subject) => `${subject} is missing.`,
  "extra-keys": (subject) => `${subject} has keys that should not be there.`,
  length: (subject) => `${subject} is a list of the wrong length.`,
  "array-for-number": (subject) => `${subject} is an array, expected a number. ${advice.arrayForNumber}`,
  "rank-1": (subject) => `${subject} has the wrong shape. ${advice.rank1}`,
  transposed: (subject) => `${subject} has the wrong shape. ${advice.transposed}`,
  shape: (subject) => `${subject} has the wrong shape.`,
  nan: (subject) => `${subject} is or holds NaN, where a finite number was expected. ${advice.nan}`,
  infinite: (subject) => `${subject} is or holds Infinity, where a finite number was expected. ${advice.infinite}`,
  value: (subject, { tolerance: { atol, rtol } }) => `${subject} is off by more than ${atol} + ${rtol}·|expected|.`,
  text: (subject) => `${subject} is not what was expected.`,
  mutated: () => `It changed an argument in place. ${advice.copy}`,
};

/** A difference on a hidden check in a sentence or two: one for each category, with nothing that a submission chose. */
export function explainHidden(difference: HiddenDifference): string {
  return sentences[difference.category](subjectOf(difference), difference);
}

function subjectOf({ place, isWhole }: HiddenDifference): string {
  if (isWhole) return place || "The result";
  return `Something in ${place || "the result"}`;
}
