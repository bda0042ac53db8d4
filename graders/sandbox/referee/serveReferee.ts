/** The other end of {@link Referee}: the reference solution in a process of its own, under the same limits as a submission. */

import type { AnyFunction } from "../../../src/check/define";
import { runCase } from "../../../src/check/runCase";
import { decodeValue, encodeValue } from "../../../src/check/wire";
import { np } from "../../../src/core/np";
import { allowRelaxed } from "../../../src/core/wasm/gemm";
import { readRequest, writeReply } from "../child/frames";
import type { Reply, Request } from "../protocol";

export function serveReferee(solution: Record<string, unknown>): void {
  allowRelaxed(false);
  writeReply({ id: 0, kind: "ready" });
  for (let request = readRequest(); request; request = readRequest()) writeReply(answer(request, solution));
}

/** `load` starts a new call of a submission: the random numbers start again, as they do for the submission. */
function answer(request: Request, solution: Record<string, unknown>): Reply {
  const { id } = request;
  if (request.kind !== "call") {
    np.random.seed(0);
    return { id, kind: "loaded" };
  }
  const { name, args } = JSON.parse(request.args) as { name: string; args: unknown[] };
  const fn = Object.hasOwn(solution, name) ? solution[name] : null;
  if (typeof fn !== "function") return { id, kind: "failed", message: `there is no reference for ${name}` };
  const outcome = runCase(fn as AnyFunction, { args: args.map(decodeValue) });
  if (outcome.kind === "returned") return { id, kind: "outcome", outcome: JSON.stringify(encodeValue(outcome.value)) };
  return { id, kind: "failed", message: outcome.kind === "threw" ? outcome.message : `${name} returned no value` };
}
