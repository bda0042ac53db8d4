import type { Cell } from "../Cell";
import { Extraction } from "../Extraction";
import { asNotGradable } from "./asNotGradable";
import { readDeclarations } from "./readDeclarations";

/**
 * Reads code directly, in this process. Only for our own code, such as a reference; submissions need a reader's
 * process.
 *
 * @throws NotGradable like {@link readDeclarations}
 */
export function extract(cells: readonly Cell[], graded: readonly string[]): Extraction {
  return asNotGradable(() => new Extraction(readDeclarations(cells, { graded, ruled: graded }), graded));
}
