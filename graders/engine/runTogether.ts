import type { Outcome } from "../../src/check/define";
import type { Extraction } from "../extract/Extraction";
import type { GradingRun } from "./GradingRun";
import { isWrong } from "./isWrong";
import { lacksMemory, type Runner } from "./Runner";

/**
 * What the graded functions return when all of them are in one realm: a realm for each takes a third longer, for a
 * submission that is right.
 *
 * There, one may have broken something for those after it. So only what is right counts; a function that is not has null
 * here, and is to be run by itself. So does one that had to be stopped, unless all before it were right: stopping it twice
 * would take twice as long. Nothing is here of the functions after one that was stopped, and of those that may return
 * promises, which live on after a call.
 */
export async function runTogether(
  extraction: Extraction,
  { assignment, checks, uses }: GradingRun,
  runner: Runner,
): Promise<Map<string, Outcome[][] | null>> {
  const found = new Map<string, Outcome[][] | null>();
  const names = assignment.functions
    .filter(({ name, async }) => !async && extraction.has(name))
    .map(({ name }) => name);
  if (names.length < 2 || (await runner.load(extraction.program(names), [])) !== null) return found;
  for (const name of names) {
    const ofFunction = checks.filter((check) => check.function === name);
    // Where one that it uses is wrong, it mostly is as well: then the cases after the first wrong one need not be run.
    const usesWrong = [...(uses.get(name) ?? [])].some((used) => found.get(used) === null);
    const outcomes = await (usesWrong ? runner.callUntil(isWrong, ofFunction) : runner.callAll(ofFunction));
    if (outcomes.flat().some(({ kind }) => kind === "stopped")) {
      const isItsOwnFault = ![...found.values()].includes(null) && !outcomes.flat().some(lacksMemory);
      if (isItsOwnFault) found.set(name, outcomes);
      return found;
    }
    const isFoundWrong = outcomes.some((ofCheck, i) =>
      ofCheck.some((outcome, place) => isWrong(ofFunction[i], place, outcome)),
    );
    found.set(name, isFoundWrong ? null : outcomes);
  }
  return found;
}
