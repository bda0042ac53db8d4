import { words } from "../../src/words/words";
import type { Extraction, LeftOut } from "../extract/Extraction";
import type { JudgedCheck, JudgedFunction } from "./judgeFunction";
import { placeOfError } from "./placeOfError";
import { programRemarks } from "./programRemarks";
import type { CheckResult, FunctionResult } from "./results";

/**
 * The results as reported: messages about errors say in which function, cell and line the error was thrown, and remarks
 * say where the program differs from the notebook.
 */
export function withPlaces(results: readonly JudgedFunction[], extraction: Extraction): FunctionResult[] {
  return results.map((judged) => {
    const { standIns, shortened, left, ...result } = judged;
    const checks = result.checks.map((check) => withPlace(check, judged, extraction));
    const remarks = programRemarks(judged, extraction);
    return remarks.length > 0 ? { ...result, checks, remarks } : { ...result, checks };
  });
}

function withPlace(
  { thrownAt, said, ...check }: JudgedCheck,
  judged: JudgedFunction,
  extraction: Extraction,
): CheckResult {
  const at = placeOfError(thrownAt);
  if (!at) return check;
  const found = extraction.locate(judged.name, judged.standIns, at.line, at.column, leftOutOf(judged, extraction));
  if (!found) return check;
  const where =
    found.name === null ? words.engine.thrownAt(found.place) : words.engine.thrownIn(found.name, found.place);
  return { ...check, message: words.grammar.sentences(check.message, where) };
}

function leftOutOf({ name, standIns, shortened }: JudgedFunction, extraction: Extraction): LeftOut {
  if (shortened?.isAlone) return true;
  if (!shortened) return new Set();
  const statements = extraction.statementsIn([name], standIns);
  return new Set(shortened.statements.map(({ position }) => statements[position]));
}
