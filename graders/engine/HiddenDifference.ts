import { type Cause, causeOf } from "../../src/check/causeOf";
import type { Difference } from "../../src/check/compare";
import type { Tolerance } from "../../src/check/contract";
import { isRank1, isTransposed } from "../../src/check/explain";
import type { Stop } from "../../src/check/Stop";
import type { Unusable } from "../../src/check/Unusable";

/**
 * What a learner may be told about a difference on a hidden check. A submission could encode its inputs in anything
 * that it chooses: a value, a text, a shape, a length, a position or a count. So nothing of its result is in here, only
 * one of our own categories and what comes from the assignment. The code that writes the message sees nothing else, and
 * so cannot leak anything.
 */
export interface HiddenDifference {
  category: HiddenCategory;
  /** The keys that lead there, such as `grads.dw`, as far as public checks show them; "" is the result itself. */
  place: string;
  /** Whether `place` itself differs, rather than something in it. */
  isWhole: boolean;
  /** The tolerance of the check. */
  tolerance: Tolerance;
}

/** Crashes that are told apart: why, as far as we know, but not by which name. */
export type CrashKind =
  | "operand"
  | "argument"
  | "indexing"
  | "unknown-name"
  | "undefined"
  | "not-iterable"
  | "constant";

export type HiddenCategory =
  | "not-implemented"
  | "threw"
  | `threw-${CrashKind}`
  | "out-of-time"
  | "out-of-budget"
  | "out-of-memory"
  | "too-large"
  | "ended-early"
  | "promise"
  | "unusable"
  | "undefined"
  | "list-for-array"
  | "array-for-list"
  | "type"
  | "missing"
  | "length"
  | "array-for-number"
  | "rank-1"
  | "transposed"
  | "shape"
  | "joined"
  | "nan"
  | "infinite"
  | "value"
  | "text"
  | "mutated"
  | "shared"
  | "shared-with-earlier";

/** @param known the places that may be named, see `knownPlaces.ts` */
export function hide(difference: Difference, known: ReadonlySet<string>, tolerance: Tolerance): HiddenDifference {
  const path = pathOf(difference);
  const place = namedPart(path, known);
  return { category: categoryOf(difference), place, isWhole: place === path, tolerance };
}

function categoryOf(difference: Difference): HiddenCategory {
  switch (difference.kind) {
    case "threw":
      return categoryOfCrash(causeOf(difference.message));
    case "not-implemented":
    case "length":
    case "value":
    case "text":
    case "mutated":
      return difference.kind;
    case "stopped":
      return categoryOfStop(difference.cause);
    case "unusable":
      return categoryOfUnusable(difference.what);
    case "type":
      return categoryOfType(difference);
    case "keys":
      return "missing";
    case "shape":
      return categoryOfShape(difference);
    case "shared":
      return difference.with === null ? "shared-with-earlier" : "shared";
    case "finite":
      if (difference.joined) return "joined";
      return Number.isNaN(difference.got) ? "nan" : "infinite";
  }
}

type Kind<K extends Difference["kind"]> = Extract<Difference, { kind: K }>;

function categoryOfCrash(cause: Cause | null): HiddenCategory {
  switch (cause?.kind) {
    case undefined:
      return "threw";
    case "operand":
    case "argument":
    case "indexing":
    case "undefined":
    case "not-iterable":
    case "constant":
      return `threw-${cause.kind}`;
    case "unknown-function":
    case "not-a-method":
    case "unknown-method":
    case "undeclared":
    case "too-early":
      return "threw-unknown-name";
  }
}

/** A process chooses the signal or the exit code that it ends with, so neither is told. */
function categoryOfStop(cause: Stop["cause"]): HiddenCategory {
  switch (cause) {
    case "time":
      return "out-of-time";
    case "budget":
      return "out-of-budget";
    case "memory":
      return "out-of-memory";
    case "excess":
      return "too-large";
    case "died":
    case "forged":
      return "ended-early";
  }
}

function categoryOfUnusable({ kind }: Unusable): HiddenCategory {
  return kind === "promise" || kind === "too-large" ? kind : "unusable";
}

function categoryOfType({ got, expected, joined }: Kind<"type">): HiddenCategory {
  if (joined) return "joined";
  if (got.type === "undefined") return "undefined";
  if (expected.type === "array" && got.type === "list") return "list-for-array";
  return expected.type === "list" && got.type === "array" ? "array-for-list" : "type";
}

function categoryOfShape(difference: Kind<"shape">): HiddenCategory {
  if (difference.expected.length === 0) return "array-for-number";
  if (isRank1(difference)) return "rank-1";
  return isTransposed(difference) ? "transposed" : "shape";
}

/** Of missing keys only the first is named, and no shared ones: a submission chooses those. */
function pathOf(difference: Difference): string {
  if (!("path" in difference) || difference.kind === "shared") return "";
  const { path } = difference;
  if (difference.kind !== "keys") return path;
  return path ? `${path}.${difference.missing[0]}` : difference.missing[0];
}

/** As much of the path as may be named. A position in a list is never named. */
function namedPart(path: string, known: ReadonlySet<string>): string {
  const keys = path.split("[", 1)[0].split(".");
  while (keys.length > 0 && !known.has(keys.join("."))) keys.pop();
  return keys.join(".");
}
