import { words } from "../words/words";
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
      return differences.notImplemented(difference.function);
    case "threw":
      return explainThrown(difference);
    case "stopped":
      return words.outcomes.stopped(difference);
    case "unusable":
      return words.outcomes.unusable(clipped(difference.what));
    case "type":
      return explainType(difference);
    case "keys":
      return differences.missing(difference.path, difference.missing, difference.others);
    case "length":
      return differences.length(difference.path, difference.got, difference.expected);
    case "shape":
      return explainShape(difference);
    case "finite":
      return `${differences.finite(difference)} ${adviceOnFinite(difference)}`;
    case "value":
      return differences.value(difference, difference.wrong, difference.size);
    case "text":
      return differences.text(difference.path, difference.got, difference.expected);
    case "mutated":
      return `${differences.mutated(difference.args)} ${advice.copy}`;
    case "shared":
      return explainShared(difference);
  }
}

const { advice, differences, grammar, habits } = words;

type Kind<K extends Difference["kind"]> = Extract<Difference, { kind: K }>;

function explainThrown({ message, near }: Kind<"threw">): string {
  const cause = causeOf(message);
  const advice = cause === null ? "" : habits.afterError(cause);
  if (advice !== "") return `${differences.threw(message)}. ${advice}`;
  return near === undefined ? differences.threw(message) : `${differences.threw(message)}. ${habits.didYouMean(near)}`;
}

function adviceOnFinite({ got, joined }: Kind<"finite">): string {
  if (joined) return advice.joined;
  return Number.isNaN(got) ? advice.nan : advice.infinite;
}

function explainType({ path, got, expected, joined }: Kind<"type">): string {
  if (got.type === "undefined") return `${differences.undefined(path, expected)} ${advice.undefined}`;
  const sentence = differences.type(path, got, expected);
  if (joined) return `${sentence} ${advice.joined}`;
  if (expected.type === "array" && got.type === "list") return `${sentence} ${advice.listForArray}`;
  if (expected.type === "list" && got.type === "array") return `${sentence} ${advice.arrayForList}`;
  return sentence;
}

function explainShared({ path, with: other }: Kind<"shared">): string {
  return other === null
    ? `${differences.sharedWithEarlier(path)} ${advice.newEachTime}`
    : `${differences.shared(path, other)} ${advice.copyEach}`;
}

function explainShape(difference: Kind<"shape">): string {
  const { path, got, expected } = difference;
  if (expected.length === 0) return `${differences.arrayForNumber(path, got)} ${advice.arrayForNumber}`;
  const sentence = differences.shape(path, got, expected);
  if (isRank1(difference)) return `${sentence} ${advice.rank1}`;
  return isTransposed(difference) ? `${sentence} ${advice.transposed}` : sentence;
}

/** Whether a row or column was expected, and the array is rank-1. */
export function isRank1({ got, expected }: Kind<"shape">): boolean {
  return got.length === 1 && expected.length === 2;
}

export function isTransposed({ got, expected }: Kind<"shape">): boolean {
  return got.length === 2 && got[0] === expected[1] && got[1] === expected[0];
}

function clipped(what: Unusable): Unusable {
  return what.kind === "other" ? { ...what, type: grammar.clip(what.type) } : what;
}
