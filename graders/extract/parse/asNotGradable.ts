import { words } from "../../../src/words/words";
import { clip } from "../../text/clip";
import { NotGradable } from "../NotGradable";

/**
 * Runs what parses a submission. Whatever goes wrong there is the submission's doing, and costs nobody else anything.
 *
 * @throws NotGradable
 */
export function asNotGradable<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    const message = error instanceof Error ? error.message : String(error);
    // The parser is recursive; and enums may spell out a text that is longer than any may be.
    if (/call stack/i.test(message)) throw new NotGradable(words.extract.tooDeep);
    if (error instanceof RangeError) throw new NotGradable(words.extract.tooLarge);
    throw new NotGradable(words.extract.parserFails(clip(message, 120)));
  }
}
