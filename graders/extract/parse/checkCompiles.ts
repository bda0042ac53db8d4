import { Script } from "node:vm";
import { clip } from "../../text/clip";
import { formatPlace } from "../Cell";
import { NotGradable } from "../NotGradable";
import { programOf } from "../programOf";
import type { ParsedUnit } from "./ParsedUnit";
import { refuseDisguised } from "./refuseDisguised";

/** What {@link isJavaScript} has found out: most cells are as they were handed out. */
const known = new WeakMap<ParsedUnit, boolean>();

/**
 * Whether a declaration is JavaScript without its types, as nearly everything is.
 *
 * @throws NotGradable when it hides something
 */
export function isJavaScript(unit: ParsedUnit): boolean {
  const { blanked, place } = unit;
  const found = known.get(unit) ?? (blanked !== null && whyNotCompiled(unit, blanked) === null);
  if (found && blanked && !known.has(unit)) refuseDisguised(blanked, formatPlace(place));
  known.set(unit, found);
  return found;
}

/**
 * Some errors are not the parser's business, such as a name declared twice: V8 finds them, without running anything.
 *
 * @throws NotGradable for them, and when the JavaScript hides something
 */
export function checkCompiles(unit: ParsedUnit, javaScript: string): void {
  const place = formatPlace(unit.place);
  const error = whyNotCompiled(unit, javaScript);
  if (error) throw new NotGradable(`syntax error in the declaration at ${place}: ${clip(error.message, 120)}`);
  refuseDisguised(javaScript, place);
}

function whyNotCompiled({ async }: ParsedUnit, javaScript: string): SyntaxError | null {
  try {
    new Script(programOf([javaScript], "", async));
    return null;
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}
