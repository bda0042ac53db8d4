import { words } from "../words/words";
import { displayHook } from "./display";

/** Set by tslab, the other kernel that front ends call "TypeScript". */
const tslabName = "__tslab__";

/**
 * A notebook that was built for the other kernel, and says `useTslab`, has a display by now.
 *
 * @throws Error in a kernel that this notebook was not built for, naming the right one
 */
export function refuseOtherKernel(): void {
  if (!(tslabName in globalThis) || displayHook in globalThis) return;
  const error = new Error(words.notebook.otherKernel);
  // The message says it all, and that kernel prints the stack.
  error.stack = undefined;
  throw error;
}
