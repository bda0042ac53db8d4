import { words } from "../words/words";
import type { StaticRule } from "./contract";

/**
 * The rule that a function works on whole arrays.
 *
 * @param instead what takes everything at once, as the start of a sentence: "`np.dot` takes all examples"
 * @param loopDepth how many loops may still be nested, such as one over layers
 */
export function vectorized(name: string, instead: string, loopDepth = 0): StaticRule {
  return { id: `${name}.vectorized`, message: words.checks.vectorized(instead), loopDepth };
}
