import { said } from "../../src/words/Saying";
import { words } from "../../src/words/words";
import type { Extraction } from "../extract/Extraction";
import type { JudgedFunction } from "./judgeFunction";
import type { Remark } from "./results";

/** How many statements a remark names. */
const maxNamed = 3;

/** On what was run, where it is not what the submission itself would run. */
export function programRemarks(
  { name, standIns, status, shortened, left }: JudgedFunction,
  extraction: Extraction,
): Remark[] {
  if (["not-implemented", "not-defined"].includes(status)) return [];
  const remarks: Remark[] = [];
  const leftOut = [...statementsLeftOut({ name, standIns, shortened }, extraction)];
  if (leftOut.length > 0) {
    const sentences = leftOut.slice(0, maxNamed);
    if (leftOut.length > maxNamed) sentences.push(words.engine.moreLeftOut(leftOut.length - maxNamed));
    remarks.push({
      id: "statement-left-out",
      message: sentences.reduce((first, next) => words.grammar.sentences(first, next)),
    });
  }
  const given = extraction.givenTo(name);
  if (given.length > 0) remarks.push({ id: "given-by-assignment", message: words.engine.givenNames(given) });
  const source = extraction.sourceOf(name);
  const later = extraction.laterValueOf(name);
  if (source && later) {
    remarks.push({ id: "declared-again", message: words.engine.declaredAgain(name, later, source.place) });
  }
  if (left > 0) remarks.push({ id: "tensors-left-behind", message: words.advice.left(left) });
  return remarks;
}

function* statementsLeftOut(
  { name, standIns, shortened }: Pick<JudgedFunction, "name" | "standIns" | "shortened">,
  extraction: Extraction,
): Generator<string> {
  for (const { place, fault } of extraction.faultyStatements([name], standIns)) {
    yield words.engine.leftOut(place, fault === null ? words.engine.faultyUse : said(fault));
  }
  if (!shortened) return;
  const statements = extraction.statementsIn([name], standIns);
  for (const { position, reason } of shortened.statements)
    yield words.engine.leftOut(statements[position].place, said(reason));
}
