import type { Outcome } from "../../src/check/define";
import { decodeUnusable } from "../../src/check/Unusable";
import { decodeValue } from "../../src/check/wire";
import { words } from "../../src/words/words";
import type { Reply } from "../sandbox/wire/protocol";
import { clip } from "../text/clip";
import { isBoundedJson } from "./isBoundedJson";

/** For a reply that is not of the right form. */
export const forged: Outcome = { kind: "stopped", cause: "forged" };

const tooLarge: Outcome = { kind: "stopped", cause: "excess", of: "result" };

/** In characters. An error of `np` that names shapes is a tenth of this. */
const maxText = 1000;

/**
 * The outcome that a sandbox claims; anything that is not of the right form counts as a forgery.
 *
 * @param arity the number of arguments that the function was called with
 */
export function parseOutcome(text: string, arity: number): Outcome {
  if (!isBoundedJson(text)) return tooLarge;
  try {
    return parse(JSON.parse(text), arity);
  } catch {
    return forged;
  }
}

type Failed = Extract<Reply, { kind: "failed" }>;

/** The outcome of a call, or of all calls of a program, that did not come to an outcome of its own. */
export function parseFailure({ text, at, fault }: Pick<Failed, "text" | "at" | "fault">): Outcome {
  if (fault === "too-large") return { kind: "unusable", what: { kind: fault } };
  if (fault) return { kind: "threw", message: words.sandbox.faults[fault] };
  const threw: Outcome = { kind: "threw", message: bounded(text) };
  return at === undefined ? threw : { ...threw, at: bounded(at) };
}

function parse(json: unknown, arity: number): Outcome {
  if (typeof json !== "object" || json === null) return forged;
  const { kind, ...rest } = json as Record<string, unknown>;
  switch (kind) {
    case "returned":
      return { kind, value: decodeValue(rest.value), mutatedArgs: positions(rest.mutatedArgs, arity) };
    case "threw":
      return { kind, message: text(rest.message), ...(rest.at === undefined ? {} : { at: text(rest.at) }) };
    case "unusable":
      return { kind, what: decodeUnusable(rest.what, text) };
    case "not-implemented":
      return rest.function === undefined ? { kind } : { kind, function: text(rest.function) };
    default:
      return forged;
  }
}

/** Positions of arguments that are there, each of them once. */
function positions(value: unknown, arity: number): number[] {
  if (!Array.isArray(value) || value.length > arity) throw new TypeError("positions must be a list, one an argument");
  const distinct = new Set<number>();
  for (const position of value as unknown[]) {
    if (!Number.isInteger(position)) throw new TypeError("a position must be a whole number");
    distinct.add(position as number);
  }
  const all = [...distinct];
  const isThere = all.every((position) => position >= 0 && position < arity);
  if (!isThere || all.length < value.length) throw new TypeError("a position of no argument, or twice the same");
  return all;
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("a text is missing");
  return bounded(value);
}

/** Cut before it is cleaned: it may be as long as a reply, which a shorter piece of it would keep in memory. */
function bounded(text: string): string {
  return clip(text.slice(0, 2 * maxText + 2), maxText);
}
