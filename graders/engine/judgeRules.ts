import type { GradedFunction, StaticRule } from "../../src/check/define";
import { formatPlace, type Place } from "../extract/Cell";
import type { Extraction } from "../extract/Extraction";
import { findLoops } from "../extract/findLoops";
import type { FunctionResult, Remark } from "./results";

/** The results with remarks on functions that are written in a way that the assignment's rules do not allow. */
export function withRemarks(
  results: readonly FunctionResult[],
  functions: readonly GradedFunction[],
  extraction: Extraction,
): FunctionResult[] {
  return results.map((result) => {
    if (["not-implemented", "not-defined"].includes(result.status)) return result;
    const rules = functions.find(({ name }) => name === result.name)?.rules ?? [];
    const remarks = rules.flatMap((rule) => judgeRule(rule, result.name, extraction));
    return remarks.length > 0 ? { ...result, remarks } : result;
  });
}

function judgeRule({ id, message }: StaticRule, name: string, extraction: Extraction): Remark[] {
  const found = loopsIn(name, extraction);
  if (found.length === 0) return [];
  const [{ what, place }] = found;
  const others = found.length > 1 ? `, and ${found.length - 1} more` : "";
  return [{ id, message: `${message} (\`${what}\` in ${formatPlace(place)}${others})` }];
}

/** The function's own loops before those of its helpers, as far as it is there. */
function loopsIn(name: string, extraction: Extraction): { what: string; place: Place }[] {
  return extraction
    .ownUnits(name)
    .toReversed()
    .flatMap(({ source, place: { cell, line: first } }) =>
      findLoops(source).map(({ what, line }) => ({ what, place: { cell, line: first + line - 1 } })),
    );
}
