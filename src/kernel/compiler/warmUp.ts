import { answerRequest } from "./answerRequest";
import type { CompilerRequests } from "./createRequests";

/** Has the compiler read the types that nearly every cell needs, before the first cell is there. */
export function warmUp(requests: CompilerRequests): void {
  answerRequest(requests, { id: 0, name: "compile", args: ['import { np } from "nablab"; np.zeros'] });
}
