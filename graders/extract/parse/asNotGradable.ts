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
    if (/call stack/i.test(message)) throw new NotGradable("holds code that is nested too deeply to be read");
    if (error instanceof RangeError) throw new NotGradable("is too large to be read");
    throw new NotGradable(`cannot be read: the parser fails on it (${clip(message, 120)})`);
  }
}
