import type { Cell } from "./Cell";
import { Extraction } from "./Extraction";
import { NotGradable } from "./NotGradable";
import { readUnitsOnce } from "./readUnitsOnce";

/** Code by hand is a few kilobytes; beyond this the parser would be kept busy for nothing. */
const maxCharacters = 2 ** 19;

/**
 * Finds the graded functions of a submission and whatever they reach. Nothing is run.
 *
 * @throws NotGradable when a graded function, or code that it reaches, cannot be parsed or imports something else than
 * "nablab", or when none of the graded functions is there.
 */
export function extract(cells: readonly Cell[], graded: readonly string[]): Extraction {
  const size = cells.reduce((sum, { source }) => sum + source.length, 0);
  if (size > maxCharacters)
    throw new NotGradable(`holds ${size} characters of code; at most ${maxCharacters} are read`);
  try {
    const extraction = new Extraction(cells.map(readUnitsOnce), graded);
    extraction.checkGradable();
    return extraction;
  } catch (error) {
    // The parser is recursive.
    if (error instanceof RangeError) throw new NotGradable("holds code that is nested too deeply to be read");
    throw error;
  }
}
