import type { Outcome } from "../../src/check/define";
import { decodeValue } from "../../src/check/wire";
import { clip } from "../extract/clip";

/** What a process comes to that sends something else than results. */
export const forged: Outcome = {
  kind: "stopped",
  cause: "forged",
  reason: "stopped: it sent the grader something that is no result",
};

/** The outcome that a sandbox claims; anything that is not of the right form counts as a forgery. */
export function parseOutcome(text: string): Outcome {
  try {
    return parse(JSON.parse(text));
  } catch {
    return forged;
  }
}

function parse(json: unknown): Outcome {
  if (typeof json !== "object" || json === null) return forged;
  const { kind, ...rest } = json as Record<string, unknown>;
  switch (kind) {
    case "returned":
      return { kind, value: decodeValue(rest.value), mutatedArgs: positions(rest.mutatedArgs) };
    case "threw":
      return { kind, message: text(rest.message), ...(rest.at === undefined ? {} : { at: text(rest.at) }) };
    case "unusable":
      return { kind, what: text(rest.what) };
    case "not-implemented":
      return rest.function === undefined ? { kind } : { kind, function: text(rest.function) };
    default:
      return forged;
  }
}

function positions(value: unknown): number[] {
  if (!Array.isArray(value) || value.length > 100) throw new TypeError("positions of arguments must be a short list");
  return value.map(Number);
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("a text is missing");
  return clip(value, 300);
}
