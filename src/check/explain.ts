import type { Difference } from "./compare";
import { enumerate, formatShape } from "./describe";

export interface ExplainOptions {
  /**
   * Whether figures may be shown. False for hidden checks, whose inputs and expected outputs stay secret: then neither
   * values nor texts that a submission chose itself (it could put its inputs there) are in the message.
   */
  reveal: boolean;
}

/** A difference in a sentence or two that tell a learner what to look at. */
export function explain(difference: Difference, { reveal }: ExplainOptions): string {
  switch (difference.kind) {
    case "not-implemented":
      return difference.function && reveal
        ? `${clip(difference.function)} is not implemented yet.`
        : "Not implemented yet.";
    case "threw":
      return reveal ? `It threw ${clip(difference.message)}` : "It threw an error.";
    case "stopped":
      return `It was ${difference.reason}.`;
    case "unusable":
      return explainUnusable(difference, reveal);
    case "type":
      return explainType(difference, reveal);
    case "keys":
      return explainKeys(difference, reveal);
    case "length":
      return `${nameOf(difference)} has length ${difference.got}, expected ${difference.expected}.`;
    case "shape":
      return explainShape(difference);
    case "finite":
      return explainFinite(difference, reveal);
    case "value":
      return explainValue(difference, reveal);
    case "text":
      return reveal
        ? `${nameOf(difference)} is ${clip(difference.got)}, expected ${clip(difference.expected)}.`
        : `${nameOf(difference)} is not what was expected.`;
    case "mutated":
      return (
        `It changed its ${enumerate(difference.args.map(ordinal))} ${plural(difference.args.length, "argument")} in place. ` +
        "Work on a copy, so that the caller's values stay as they were."
      );
  }
}

type Kind<K extends Difference["kind"]> = Extract<Difference, { kind: K }>;

function explainUnusable({ what }: Kind<"unusable">, reveal: boolean): string {
  const given = reveal ? `${clip(what)}, which` : "something that";
  const advice = reveal && what === "a Promise" ? " Without `async`, a function returns the value itself." : "";
  return `It returned ${given} is neither a number, an array, a list nor an object.${advice}`;
}

function explainType(difference: Kind<"type">, reveal: boolean): string {
  const name = nameOf(difference);
  if (difference.got.startsWith("nothing")) {
    return `${name} is undefined, expected ${difference.expected}. Is a \`return\` missing?`;
  }
  const got = reveal ? clip(difference.got) : difference.got.replace(/^(an object) with .*/, "$1");
  const sentence = `${name}: expected ${difference.expected}, got ${got}.`;
  if (isArray(difference.expected) && isList(difference.got))
    return `${sentence} np.array(…) makes an array of a list.`;
  if (isList(difference.expected) && isArray(difference.got)) return `${sentence} .tolist() makes a list of an array.`;
  return sentence;
}

/** Whether a description (see `describe`) is that of an array, or of a list. */
const isArray = (description: string): boolean => description.startsWith("an array");
const isList = (description: string): boolean => description.startsWith("a list");

function explainKeys({ path, missing, extra }: Kind<"keys">, reveal: boolean): string {
  const owner = path || "The result";
  const sentences: string[] = [];
  if (missing.length > 0) sentences.push(`${owner} lacks ${enumerate(missing)}.`);
  if (extra.length > 0 && reveal) sentences.push(`${owner} has ${clip(enumerate(extra))}, which should not be there.`);
  if (extra.length > 0 && !reveal)
    sentences.push(`${owner} has ${extra.length} ${plural(extra.length, "key")} too many.`);
  return sentences.join(" ");
}

function explainShape(difference: Kind<"shape">): string {
  const { got, expected } = difference;
  const name = nameOf(difference);
  if (expected.length === 0) {
    return `${name} is an array of shape ${formatShape(got)}, expected a number. \`np.sum(a)\` without an axis gives one.`;
  }
  const sentence = `${name} has shape ${formatShape(got)}, expected ${formatShape(expected)}.`;
  if (got.length === 1 && expected.length === 2) {
    return `${sentence} It is a rank-1 array: neither a row nor a column. Keep both dimensions, or reshape it.`;
  }
  const transposed = got.length === 2 && got[0] === expected[1] && got[1] === expected[0];
  return transposed ? `${sentence} It is transposed, or a product was taken in the wrong order.` : sentence;
}

function explainFinite(difference: Kind<"finite">, reveal: boolean): string {
  const value = Number.isNaN(difference.got) ? "NaN" : "infinite";
  const expected = reveal ? `, expected ${format(difference.expected)}` : "";
  const cause = Number.isNaN(difference.got)
    ? "NaN comes from 0/0, from Infinity - Infinity or from the logarithm of a negative number."
    : "That comes from a division by 0, from log(0) or from the exponential of a large number.";
  return `${elementOf(difference)} is ${value}${expected}. ${cause}`;
}

function explainValue(difference: Kind<"value">, reveal: boolean): string {
  const { got, expected, tolerance, wrong, size } = difference;
  const share = size > 1 ? ` (${wrong} of ${size} elements differ)` : "";
  return reveal
    ? `${elementOf(difference)} is ${format(got)}, expected ${format(expected)}${share}.`
    : `${elementOf(difference)} is off by more than ${tolerance.atol} + ${tolerance.rtol}·|expected|${share}.`;
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

function ordinal(position: number): string {
  return ["first", "second", "third"][position] ?? `${position + 1}th`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

function clip(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
