import { words } from "../../../src/words/words";
import { noticedBy } from "../noticedBy";
import { slips } from "../slips";
import type { Proof } from "./Proof";

/**
 * Slips that any function allows are noticed: one that reads `.data` in order gets a view, one that remembers its
 * answer by shape or returns the same memory again is asked twice for the same shape.
 */
export const slipsAreNoticed: Proof = async ({ assignment, checks, staff: { solution } }) => {
  const problems: string[] = [];
  for (const { name } of assignment.functions) {
    const own = checks.filter((check) => check.function === name);
    for (const { name: slip, make, matters } of slips) {
      if (!(await matters(solution[name], own))) continue;
      if ((await noticedBy(make(solution[name]), own)) === null) problems.push(words.checks.unnoticed[slip](name));
    }
  }
  return { what: words.checks.slipsAreNoticed, problems };
};
