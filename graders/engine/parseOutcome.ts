import type { Outcome } from "../../src/check/contract";
import type { Unusable } from "../../src/check/Unusable";
import { decodeOutcome } from "../../src/check/wire";
import { words } from "../../src/words/words";
import type { Reply } from "../sandbox/wire/protocol";
import { clip } from "../text/clip";
import { isBoundedJson } from "./isBoundedJson";

/** For a reply that is not of the right form. */
export const forged: Outcome = { kind: "stopped", cause: "forged" };

const tooLarge: Outcome = { kind: "stopped", cause: "excess", of: "result" };

/** In characters. An error from `np` that names shapes is a tenth as long. */
const maxText = 1000;

/**
 * The outcome that a sandbox claims; anything that is not of the right form counts as a forgery.
 *
 * @param arity the number of arguments that the function was called with
 */
export function parseOutcome(text: string, arity: number): Outcome {
  if (!isBoundedJson(text)) return tooLarge;
  try {
    return restrict(decodeOutcome(JSON.parse(text)), arity);
  } catch {
    return forged;
  }
}

type Threw = Extract<Outcome, { kind: "threw" }>;
type Failed = Extract<Reply, { kind: "failed" }>;

/** The outcome of a call, or of all calls of a program, that did not produce an outcome itself. */
export function parseFailure({ text, at, fault }: Pick<Failed, "text" | "at" | "fault">): Outcome {
  if (fault === "too-large") return { kind: "unusable", what: { kind: fault } };
  if (fault) return { kind: "threw", message: words.sandbox.faults[fault] };
  return threw({ message: text, at });
}

function threw({ message, at, near }: Pick<Threw, "message" | "at" | "near">): Outcome {
  return {
    kind: "threw",
    message: bounded(message),
    ...(at === undefined ? {} : { at: bounded(at) }),
    ...(near === undefined ? {} : { near: bounded(near) }),
  };
}

/**
 * An outcome in the right form, reduced to what a reply may hold. Only the grader itself stops a call.
 *
 * @throws TypeError when a call with this many arguments cannot have this outcome
 */
function restrict(outcome: Outcome, arity: number): Outcome {
  switch (outcome.kind) {
    case "returned":
      checkPositions(outcome.mutatedArgs, arity);
      return outcome;
    case "threw":
      return threw(outcome);
    case "unusable":
      return { ...outcome, what: boundedType(outcome.what) };
    case "not-implemented":
      return outcome.function === undefined ? outcome : { ...outcome, function: bounded(outcome.function) };
    case "stopped":
      throw new TypeError("a call that says that it was stopped");
  }
}

/** Positions must be those of existing arguments, each at most once. */
function checkPositions(positions: readonly number[], arity: number): void {
  const isThere = positions.every((position) => position < arity);
  if (!isThere || new Set(positions).size < positions.length)
    throw new TypeError("a position of no argument, or twice the same");
}

function boundedType(what: Unusable): Unusable {
  return what.kind === "other" ? { ...what, type: bounded(what.type) } : what;
}

/** Cut before it is cleaned: it may be as long as a reply, and a slice would keep all of that in memory. */
function bounded(text: string): string {
  return clip(text.slice(0, 2 * maxText + 2), maxText);
}
