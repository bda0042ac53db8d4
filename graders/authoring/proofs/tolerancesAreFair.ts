import { compare } from "../../../src/check/compare";
import { defaultTolerance, type Outcome, type Tolerance } from "../../../src/check/contract";
import type { PreparedCheck } from "../../../src/check/prepare";
import type { Proof } from "./Proof";
import { changePart, nextUp, partsOf } from "./perturb";

/** An error of this size, relative to what is expected, is a mistake and not rounding. */
const mistake = 1e-3;
/** Every check must notice this by itself, even if a sharper check of the same function notices smaller mistakes. */
const grossMistake = 0.1;
/** The largest number that a check may treat as 0: below it, relative errors mean nothing. */
const noise = 1e-6;

/**
 * Tolerances are neither vacuous nor brittle. For every part of what a function returns (`grads.dw`, `cost`), an error
 * of 1e-3 must be noticed, and a difference in the last bit must pass.
 */
export const tolerancesAreFair: Proof = ({ checks }) => ({
  what: `tolerances notice an error of ${mistake} and forgive one of the last bit`,
  problems: checks.flatMap((check) => [...vacuous(check, checks), ...brittle(check)]),
});

function vacuous(check: PreparedCheck, all: readonly PreparedCheck[]): string[] {
  const others = all.filter((other) => other !== check && other.function === check.function);
  const sharper = new Set(others.flatMap((other) => [...noticed(other, mistake).seen]));
  const missed = [...noticed(check, mistake).unseen].filter((part) => !sharper.has(part));
  const gross = [...noticed(check, grossMistake).unseen].filter((part) => sharper.has(part));
  return [
    ...missed.map((part) => `${check.id}: ${nameOf(part)} may be wrong by ${mistake}; lower the tolerance`),
    ...gross.map((part) => `${check.id}: ${nameOf(part)} may be wrong by ${grossMistake}; lower the tolerance`),
  ];
}

/** The parts in which an error of this size, relative to what is expected, is noticed in some case; and the others. */
function noticed(check: PreparedCheck, error: number): { seen: Set<string>; unseen: Set<string> } {
  const tolerance = { ...defaultTolerance, ...check.tolerance };
  const [seen, passed] = [new Set<string>(), new Set<string>()];
  for (const outcome of check.expected) {
    if (outcome.kind !== "returned") continue;
    for (const [part, numbers] of partsOf(outcome.value)) {
      if (numbers.every((x) => Math.abs(x) <= zeroFor(tolerance))) continue;
      (accepts(outcome, part, (x) => x * (1 + error), tolerance) ? passed : seen).add(part);
    }
  }
  return { seen, unseen: new Set([...passed].filter((part) => !seen.has(part))) };
}

/** Numbers no further from 0 than this are 0 as far as the check can tell. */
function zeroFor({ atol }: Tolerance): number {
  // Rounding may have moved the reference one way and a learner's result the other.
  return Math.min(2 * atol, noise);
}

function brittle(check: PreparedCheck): string[] {
  const tolerance = { ...defaultTolerance, ...check.tolerance };
  const parts = check.expected.flatMap((outcome) => {
    if (outcome.kind !== "returned") return [];
    return [...partsOf(outcome.value).keys()].filter((part) => !accepts(outcome, part, nextUp, tolerance));
  });
  return [...new Set(parts)].map(
    (part) => `${check.id}: ${nameOf(part)} may not differ in the last bit; raise the tolerance`,
  );
}

type Returned = Extract<Outcome, { kind: "returned" }>;

function accepts(outcome: Returned, part: string, change: (x: number) => number, tolerance: Tolerance): boolean {
  return compare({ ...outcome, value: changePart(outcome.value, part, change) }, outcome, tolerance) === null;
}

function nameOf(part: string): string {
  return part || "the result";
}
