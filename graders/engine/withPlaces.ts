import { words } from "../../src/words/words";
import type { Extraction } from "../extract/Extraction";
import type { JudgedCheck, JudgedFunction } from "./judgeFunction";
import type { CheckResult, FunctionResult } from "./results";

/** The results as reported: messages about errors say in which function, cell and line the error was thrown. */
export function withPlaces(results: readonly JudgedFunction[], extraction: Extraction): FunctionResult[] {
  return results.map(({ standIns, ...result }) => ({
    ...result,
    checks: result.checks.map((check) => withPlace(check, result.name, standIns, extraction)),
  }));
}

function withPlace(
  { thrownAt, ...check }: JudgedCheck,
  name: string,
  standIns: readonly string[],
  extraction: Extraction,
): CheckResult {
  // The submission may have written anything there.
  const [, line, column] = /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(thrownAt ?? "") ?? [];
  if (line === undefined) return check;
  const found = extraction.locate(name, standIns, Number(line), Number(column));
  if (!found) return check;
  return { ...check, message: `${check.message} ${words.engine.thrownIn(found.name, found.place)}` };
}
