import { readRequest, writeReply } from "../wire/pipe";
import type { CodePart, Reply, Request, StandInAnswer } from "../wire/protocol";
import type { AskStandIn } from "../wire/Realm";
import { modulesScript } from "./modulesScript";
import { Program } from "./Program";
import { realmScript } from "./realmScript";

/** Node's own way to exit, which runs no handlers; `process` is empty by the time the first request comes. */
const { reallyExit } = process as unknown as { reallyExit(code: number): never };
const exit = reallyExit.bind(process, 0);

/** Requests that the grader makes itself, rather than in answer to something. */
type Question = Exclude<Request, StandInAnswer>;

let requestId = 0;
let program: Program | null = null;

/** Answers one request after another until the grader closes the pipe. Returns only when the process ends. */
export function serve(answer: (request: Question) => Reply): never {
  writeReply({ id: 0, kind: "ready", text: realmScript.cachedDataRejected === false ? "compiled" : "" });
  for (let request = readRequest(); request; request = readRequest()) {
    // An answer for a stand-in that no longer waits for it, because the stack was full.
    if (request.kind === "stand-in") continue;
    requestId = request.id;
    writeReply(answerSafely(request, answer));
  }
  return exit();
}

export function answerRequest(request: Question): Reply {
  const { id } = request;
  switch (request.kind) {
    case "load": {
      program = new Program(askStandIn);
      const { text, at } = program.load(request.text, request.standIns, request);
      return text === "" ? { id, kind: "loaded", text } : { id, kind: "failed", text, at };
    }
    case "call":
      if (!program) return { id, kind: "failed", fault: "unloaded", text: "" };
      return { id, ...program.call(request.name, request.text, request.async) };
    case "code":
      return { id, kind: "code", text: codeOf(request.of) };
  }
}

function codeOf(part: CodePart): string {
  const script = part === "library" ? realmScript : modulesScript;
  return script?.createCachedData().toString("base64") ?? "";
}

const askStandIn: AskStandIn = (name, args) => {
  writeReply({ id: requestId, kind: "stand-in", name: String(name), text: String(args) });
  const answer = readRequest() as StandInAnswer | null;
  if (!answer) return exit();
  return (answer.failed ? "!" : "=") + answer.text;
};

function answerSafely(request: Question, answer: (request: Question) => Reply): Reply {
  try {
    return answer(request);
  } catch {
    // The error may be an object of the learner's realm, so it is not inspected.
    return { id: request.id, kind: "failed", fault: "escaped", text: "" };
  }
}
