import type { Description } from "../../check/describe";
import { formatShape } from "../../core/shape";
import { grammar } from "./grammar";

/** Where a difference is: the path of a value, such as `grads.dw` ("" is the result), and what an element is there. */
export interface Element {
  path: string;
  index: number[] | null;
  got: number;
  expected: number;
}

/** A difference on a check whose inputs the learner has, with its figures. `advice` says what to do about it. */
export const differences = {
  notImplemented: (name?: string): string =>
    name ? `${grammar.clip(name)} is not implemented yet.` : "Not implemented yet.",
  /** @param message from the submission */
  threw: (message: string): string => `It threw ${grammar.clip(message)}`,

  undefined: (path: string, expected: Description): string =>
    `${subjectOf(path)} is undefined, expected ${phraseOf(expected)}.`,
  type: (path: string, got: Description, expected: Description): string =>
    `${subjectOf(path)}: expected ${phraseOf(expected)}, got ${grammar.clip(phraseOf(got))}.`,
  /** @param others keys that it has instead, if any */
  missing: (path: string, keys: readonly string[], others: readonly string[]): string => {
    const instead = others.length > 0 ? `; it has ${grammar.clip(grammar.and(others))}` : "";
    return `${subjectOf(path)} lacks ${grammar.and(keys)}${instead}.`;
  },
  length: (path: string, got: number, expected: number): string =>
    `${subjectOf(path)} has length ${got}, expected ${expected}.`,

  arrayForNumber: (path: string, got: readonly number[]): string =>
    `${subjectOf(path)} is an array of shape ${formatShape(got)}, expected a number.`,
  shape: (path: string, got: readonly number[], expected: readonly number[]): string =>
    `${subjectOf(path)} has shape ${formatShape(got)}, expected ${formatShape(expected)}.`,

  finite: (element: Element): string =>
    `${elementOf(element)} is ${Number.isNaN(element.got) ? "NaN" : "infinite"}, expected ${format(element.expected)}.`,
  value: (element: Element, wrong: number, size: number): string => {
    const share = size > 1 ? ` (${wrong} of ${size} elements differ)` : "";
    return `${elementOf(element)} is ${format(element.got)}, expected ${format(element.expected)}${share}.`;
  },
  text: (path: string, got: string, expected: string): string =>
    `${subjectOf(path)} is ${grammar.clip(got)}, expected ${grammar.clip(expected)}.`,

  /** @param args their positions, from 0 */
  mutated: (args: readonly number[]): string =>
    `It changed its ${grammar.and(args.map(grammar.ordinal))} ${args.length === 1 ? "argument" : "arguments"} in place.`,

  shared: (path: string, other: string): string =>
    `${other} and ${path} lie in the same memory: writing to one changes the other.`,
  sharedWithEarlier: (path: string): string =>
    `${subjectOf(path)} lies in the same memory as in an earlier call: writing to one changes the other.`,
};

function subjectOf(path: string): string {
  return path || "The result";
}

function elementOf({ path, index }: Element): string {
  if (index === null) return subjectOf(path);
  return `${subjectOf(path)}${path ? "" : " at "}[${index.join(", ")}]`;
}

function phraseOf(value: Description): string {
  if ("shape" in value) return `an array of shape ${formatShape(value.shape)}`;
  if ("length" in value) return `a list of length ${value.length}`;
  if (!("keys" in value)) return plain[value.type];
  return value.keys.length > 0 ? `an object with ${grammar.and(value.keys)}` : "an empty object";
}

const plain = {
  undefined: "nothing (undefined)",
  null: String(null),
  number: "a number",
  boolean: "a boolean",
  string: "a string",
};

/** Ten significant digits tell close numbers apart, and hide rounding errors. */
function format(x: number): string {
  return String(Number(x.toPrecision(10)));
}
