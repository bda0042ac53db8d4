import { Script } from "node:vm";
import { saying } from "../../../src/words/Saying";
import { clip } from "../../text/clip";
import { NotGradable } from "../NotGradable";
import { programOf } from "../programOf";
import type { Code, ParsedUnit } from "./ParsedUnit";
import { refuseDisguised } from "./refuseDisguised";

/** Earlier answers of {@link isJavaScript}: most cells are still as handed out. */
const known = new WeakMap<Code, boolean>();

/**
 * Whether a piece of code is JavaScript once its types are removed, as nearly all are.
 *
 * @throws NotGradable when it hides something
 */
export function isJavaScript(unit: Pick<ParsedUnit, "async" | "place">, code: Code): boolean {
  const { blanked } = code;
  const found = known.get(code) ?? (blanked !== null && whyNotCompiled(unit, blanked) === null);
  if (found && blanked && !known.has(code)) refuseDisguised(blanked, unit.place);
  known.set(code, found);
  return found;
}

/**
 * Some errors are not found by the parser, such as a name declared twice. V8 finds them without running anything.
 *
 * @throws NotGradable for such errors, and when the JavaScript hides something
 */
export function checkCompiles(unit: Pick<ParsedUnit, "async" | "place">, javaScript: string): void {
  const error = whyNotCompiled(unit, javaScript);
  if (error) throw new NotGradable(saying("extract", "declarationError", unit.place, clip(error.message, 120)));
  refuseDisguised(javaScript, unit.place);
}

function whyNotCompiled({ async }: Pick<ParsedUnit, "async">, javaScript: string): SyntaxError | null {
  try {
    new Script(programOf([javaScript], "", async));
    return null;
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}
