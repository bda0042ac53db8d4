import { saying } from "../../../src/words/Saying";
import { clip } from "../../text/clip";
import { NotGradable } from "../NotGradable";

/**
 * Runs code that parses a submission. Whatever goes wrong is the submission's doing, and must not affect any other.
 *
 * @throws NotGradable
 */
export function asNotGradable<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof NotGradable) throw error;
    const message = error instanceof Error ? error.message : String(error);
    // The parser is recursive, and an enum may evaluate to a string that is longer than V8 allows.
    if (/call stack/i.test(message)) throw new NotGradable(saying("extract", "tooDeep"));
    if (error instanceof RangeError) throw new NotGradable(saying("extract", "tooLarge"));
    throw new NotGradable(saying("extract", "parserFails", clip(message, 120)));
  }
}
