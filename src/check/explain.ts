import { formatShape } from "../core/shape";
import { words } from "../words/words";
import type { Difference } from "./compare";
import type { Unusable } from "./Unusable";

/**
 * A difference in a sentence or two that tell a learner what to look at, with the figures: for checks whose inputs the
 * learner has. What may be said about hidden ones, the grader decides by itself.
 */
export function explain(difference: Difference): string {
  switch (difference.kind) {
    case "not-implemented":
      return difference.function ? `${clip(difference.function)} is not implemented yet.` : "Not implemented yet.";
    case "threw":
      return `It threw ${clip(difference.message)}`;
    case "stopped":
      return words.outcomes.stopped(difference);
    case "unusable":
      return words.outcomes.unusable(clipped(difference.what));
    case "type":
      return explainType(difference);
    case "keys":
      return explainKeys(difference);
    case "length":
      return `${nameOf(difference)} has length ${difference.got}, expected ${difference.expected}.`;
    case "shape":
      return explainShape(difference);
    case "finite":
      return explainFinite(difference);
    case "value":
      return explainValue(difference);
    case "text":
      return `${nameOf(difference)} is ${clip(difference.got)}, expected ${clip(difference.expected)}.`;
    case "mutated":
      return (
        `It changed its ${grammar.and(difference.args.map(grammar.ordinal))} ${plural(difference.args.length, "argument")} in place. ` +
        advice.copy
      );
  }
}

const { advice, grammar } = words;

type Kind<K extends Difference["kind"]> = Extract<Difference, { kind: K }>;

function explainType(difference: Kind<"type">): string {
  const { got, expected } = difference;
  const name = nameOf(difference);
  if (got.type === "undefined") return `${name} is undefined, expected ${expected.text}. ${advice.undefined}`;
  const sentence = `${name}: expected ${expected.text}, got ${clip(got.text)}.`;
  if (expected.type === "array" && got.type === "list") return `${sentence} ${advice.listForArray}`;
  if (expected.type === "list" && got.type === "array") return `${sentence} ${advice.arrayForList}`;
  return sentence;
}

function explainKeys({ path, missing, extra }: Kind<"keys">): string {
  const owner = path || "The result";
  const sentences: string[] = [];
  if (missing.length > 0) sentences.push(`${owner} lacks ${grammar.and(missing)}.`);
  if (extra.length > 0) sentences.push(`${owner} has ${clip(grammar.and(extra))}, which should not be there.`);
  return sentences.join(" ");
}

function explainShape(difference: Kind<"shape">): string {
  const { got, expected } = difference;
  const name = nameOf(difference);
  if (expected.length === 0)
    return `${name} is an array of shape ${formatShape(got)}, expected a number. ${advice.arrayForNumber}`;
  const sentence = `${name} has shape ${formatShape(got)}, expected ${formatShape(expected)}.`;
  if (isRank1(difference)) return `${sentence} ${advice.rank1}`;
  return isTransposed(difference) ? `${sentence} ${advice.transposed}` : sentence;
}

/** Whether a row or column was expected, and is a rank-1 array. */
export function isRank1({ got, expected }: Kind<"shape">): boolean {
  return got.length === 1 && expected.length === 2;
}

export function isTransposed({ got, expected }: Kind<"shape">): boolean {
  return got.length === 2 && got[0] === expected[1] && got[1] === expected[0];
}

function explainFinite(difference: Kind<"finite">): string {
  const [value, remedy] = Number.isNaN(difference.got) ? ["NaN", advice.nan] : ["infinite", advice.infinite];
  return `${elementOf(difference)} is ${value}, expected ${format(difference.expected)}. ${remedy}`;
}

function explainValue(difference: Kind<"value">): string {
  const { got, expected, wrong, size } = difference;
  const share = size > 1 ? ` (${wrong} of ${size} elements differ)` : "";
  return `${elementOf(difference)} is ${format(got)}, expected ${format(expected)}${share}.`;
}

function nameOf({ path }: { path: string }): string {
  return path || "The result";
}

function elementOf({ path, index }: { path: string; index: number[] | null }): string {
  if (index === null) return path || "The result";
  return `${path || "The result"}${path ? "" : " at "}[${index.join(", ")}]`;
}

/** Ten significant digits tell two close numbers apart, and drop what is rounding. */
function format(x: number): string {
  return String(Number(x.toPrecision(10)));
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

function clipped(what: Unusable): Unusable {
  return what.kind === "other" ? { ...what, type: clip(what.type) } : what;
}

function clip(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
