import type { Cell } from "../Cell";
import { Extraction } from "../Extraction";
import { asNotGradable } from "./asNotGradable";
import { readDeclarations } from "./readDeclarations";

/**
 * Reads code at once, in this process: for our own, such as a reference solution. A submission is for a reader's process.
 *
 * @throws NotGradable as {@link readDeclarations} does
 */
export function extract(cells: readonly Cell[], graded: readonly string[]): Extraction {
  return asNotGradable(() => new Extraction(readDeclarations(cells, { graded, ruled: graded }), graded));
}
