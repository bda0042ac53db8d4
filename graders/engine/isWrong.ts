import { compare } from "../../src/check/compare";
import { defaultTolerance } from "../../src/check/contract";
import type { IsEnough } from "./Runner";

/** False for code that is not written yet or was stopped: its other cases take no time, and all of them tell more. */
export const isWrong: IsEnough = ({ expected, tolerance }, place, outcome) =>
  !["not-implemented", "stopped"].includes(outcome.kind) &&
  compare(outcome, expected[place], { ...defaultTolerance, ...tolerance }) !== null;
