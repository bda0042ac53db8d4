/**
 * The sandbox process with a way in: a call of `$outside` runs its text in the process's own realm, at the moment when
 * learner code would run, and hands it `require`, `module` and `process` as if they had leaked.
 */
import { Script } from "node:vm";
import { disarm } from "../../../../graders/sandbox/child/disarm";
import { forgetRejections } from "../../../../graders/sandbox/child/internals";
import { answerRequest, serve } from "../../../../graders/sandbox/child/serve";

const powers = [require, module, process];

forgetRejections();
disarm();
serve((request) => {
  if (request.kind !== "call" || request.name !== "$outside") return answerRequest(request);
  return { id: request.id, kind: "outcome", text: attempt(request.text) };
});

function attempt(code: string): string {
  try {
    const deed = new Script(code).runInThisContext() as (...given: unknown[]) => unknown;
    return deed(...powers) ? "granted" : "refused: nothing there";
  } catch (error) {
    const { code: known, message } = error as NodeJS.ErrnoException;
    return `refused: ${known ?? message}`;
  }
}
