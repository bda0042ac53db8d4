import { words } from "../words/words";
import { asWritten } from "./asWritten";
import { causeOf } from "./causeOf";
import type { Difference } from "./compare";
import type { Unusable } from "./Unusable";

/**
 * Explains a difference in a sentence or two, with the figures, so that learners know what to look at: for checks whose
 * inputs they have. The grader itself decides what may be said about hidden checks.
 */
export function explain(difference: Difference): string {
  switch (difference.kind) {
    case "not-implemented":
      return words.differences.notImplemented(difference.function);
    case "threw":
      return explainThrown(difference);
    case "stopped":
      return words.outcomes.stopped(difference);
    case "unusable":
      return words.outcomes.unusable(clipped(difference.what));
    case "type":
      return explainType(difference);
    case "keys":
      return words.differences.missing(difference.path, difference.missing, difference.others);
    case "length":
      return words.differences.length(difference.path, difference.got, difference.expected);
    case "shape":
      return explainShape(difference);
    case "finite":
      return then(words.differences.finite(difference), adviceOnFinite(difference));
    case "value":
      return words.differences.value(difference, difference.wrong, difference.size);
    case "text":
      return words.differences.text(difference.path, difference.got, difference.expected);
    case "mutated":
      return then(words.differences.mutated(difference.args), words.advice.copy);
    case "shared":
      return explainShared(difference);
  }
}

/** One sentence after another, as the language has it. */
function then(first: string, next: string): string {
  return words.grammar.sentences(first, next);
}

type Kind<K extends Difference["kind"]> = Extract<Difference, { kind: K }>;

function explainThrown({ message, near }: Kind<"threw">): string {
  const cause = causeOf(message);
  const advice = cause === null ? "" : words.habits.afterError(cause);
  const sentence = words.differences.threw(asWritten(message));
  const next = advice === "" && near !== undefined ? words.habits.didYouMean(near) : advice;
  return next === "" ? sentence : then(words.grammar.ended(sentence.replace(/\.$/, "")), next);
}

function adviceOnFinite({ got, joined }: Kind<"finite">): string {
  if (joined) return words.advice.joined;
  return Number.isNaN(got) ? words.advice.nan : words.advice.infinite;
}

function explainType({ path, got, expected, joined }: Kind<"type">): string {
  if (got.type === "undefined") return then(words.differences.undefined(path, expected), words.advice.undefined);
  const sentence = words.differences.type(path, got, expected);
  if (joined) return then(sentence, words.advice.joined);
  if (expected.type === "array" && got.type === "list") return then(sentence, words.advice.listForArray);
  if (expected.type === "list" && got.type === "array") return then(sentence, words.advice.arrayForList);
  return sentence;
}

function explainShared({ path, with: other }: Kind<"shared">): string {
  return other === null
    ? then(words.differences.sharedWithEarlier(path), words.advice.newEachTime)
    : then(words.differences.shared(path, other), words.advice.copyEach);
}

function explainShape(difference: Kind<"shape">): string {
  const { path, got, expected } = difference;
  if (expected.length === 0) return then(words.differences.arrayForNumber(path, got), words.advice.arrayForNumber);
  const sentence = words.differences.shape(path, got, expected);
  if (isRank1(difference)) return then(sentence, words.advice.rank1);
  return isTransposed(difference) ? then(sentence, words.advice.transposed) : sentence;
}

/** Whether a row or column was expected, and the array is rank-1. */
export function isRank1({ got, expected }: Kind<"shape">): boolean {
  return got.length === 1 && expected.length === 2;
}

export function isTransposed({ got, expected }: Kind<"shape">): boolean {
  return got.length === 2 && got[0] === expected[1] && got[1] === expected[0];
}

function clipped(what: Unusable): Unusable {
  return what.kind === "other" ? { ...what, type: words.grammar.clip(what.type) } : what;
}
