import type { GradedFunction, StaticRule } from "../../src/check/contract";
import { words } from "../../src/words/words";
import type { Place } from "../extract/Cell";
import type { Extraction } from "../extract/Extraction";
import type { FunctionResult, Remark } from "./results";

/** The results, with remarks on functions that violate the assignment's rules. */
export function withRemarks(
  results: readonly FunctionResult[],
  functions: readonly GradedFunction[],
  extraction: Extraction,
): FunctionResult[] {
  return results.map((result) => {
    if (["not-implemented", "not-defined"].includes(result.status)) return result;
    const rules = functions.find(({ name }) => name === result.name)?.rules ?? [];
    const remarks = rules.flatMap((rule) => judgeRule(rule, result.name, extraction));
    return remarks.length > 0 ? { ...result, remarks: [...remarks, ...(result.remarks ?? [])] } : result;
  });
}

function judgeRule({ id, message, loopDepth }: StaticRule, name: string, extraction: Extraction): Remark[] {
  const found = loopsIn(name, extraction).filter(({ depth }) => depth > loopDepth);
  if (found.length === 0) return [];
  const [{ what, place }] = found;
  return [{ id, message: words.grammar.sentences(message, words.engine.loopsIn(what, place, found.length - 1)) }];
}

interface PlacedLoop {
  what: string;
  place: Place;
  depth: number;
}

/**
 * The function's own loops, then those of its helpers, as far as they are there. When a helper is called in a loop,
 * that loop counts as being around the helper's own loops.
 */
function loopsIn(name: string, extraction: Extraction): PlacedLoop[] {
  const around = new Map<string, number>();
  // Callers come before callees.
  const callersFirst = [...extraction.ownUnits(name)].reverse();
  return callersFirst.flatMap(({ names: own, loops: found, place: { cell, line: first } }) => {
    const outer = own.reduce((most, name) => Math.max(most, around.get(name) ?? 0), 0);
    const { loops, names } = found ?? { loops: [], names: [] };
    for (const [used, depth] of names) around.set(used, Math.max(outer + depth, around.get(used) ?? 0));
    return loops.map(({ what, line, depth }) => ({
      what,
      place: { cell, line: first + line - 1 },
      depth: outer + depth,
    }));
  });
}
