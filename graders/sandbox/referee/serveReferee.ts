/** The other end of {@link Referee}: the reference solution in its own process, under a submission's limits. */

import type { AnyFunction } from "../../../src/check/contract";
import { gradientOf } from "../../../src/check/gradientOf";
import { onArrays } from "../../../src/check/onArrays";
import { runCase } from "../../../src/check/runCase";
import { seedRandom } from "../../../src/check/runSeeded";
import { decodeValue, encodeValue } from "../../../src/check/wire";
import { allowRelaxed } from "../../../src/core/wasm/gemm";
import { realmWords } from "../../../src/words/realmWords";
import { readRequest, writeReply } from "../wire/pipe";
import type { Reply, Request } from "../wire/protocol";
import type { GradientQuestion, StandInValue } from "../wire/Realm";
import { watchRandom } from "./watchRandom";

let ofTensors: readonly string[] = [];

export async function serveReferee(solution: Record<string, unknown>): Promise<void> {
  allowRelaxed(false);
  const tookRandom = watchRandom();
  writeReply({ id: 0, kind: "ready", text: "" });
  for (let request = readRequest(); request; request = readRequest()) {
    tookRandom();
    const reply = await answer(request, solution);
    writeReply(reply.kind === "outcome" ? { ...reply, tookRandom: tookRandom() } : reply);
  }
}

/** `load` starts a new call of a submission: random numbers start again, as they do for the submission. */
async function answer(request: Request, solution: Record<string, unknown>): Promise<Reply> {
  const { id } = request;
  if (request.kind !== "call") {
    seedRandom();
    if (request.kind === "load") ofTensors = request.tensors ?? [];
    return { id, kind: "loaded", text: "" };
  }
  const { name } = request;
  const question = JSON.parse(request.text) as unknown[] | GradientQuestion;
  const fn = Object.hasOwn(solution, name) ? solution[name] : null;
  if (typeof fn !== "function") return { id, kind: "failed", text: realmWords.noReference(name) };
  const isOfTensors = ofTensors.includes(name);
  let promised = false;
  const noticing: AnyFunction = (...given) => {
    const result: unknown = fn(...given);
    promised = result instanceof Promise;
    return result;
  };
  const outcome = Array.isArray(question)
    ? await runCase(isOfTensors ? onArrays(noticing, true) : noticing, { args: question.map(decodeValue) }, true)
    : runCase(gradientOf(fn as AnyFunction), { args: [question.args.map(decodeValue), decodeValue(question.dy)] });
  if (outcome.kind === "returned") {
    const answered: StandInValue = { value: encodeValue(outcome.value), promised };
    return { id, kind: "outcome", text: JSON.stringify(answered) };
  }
  return { id, kind: "failed", text: outcome.kind === "threw" ? outcome.message : realmWords.noValue(name) };
}
