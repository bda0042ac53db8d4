/**
 * The sandbox process: reads requests, runs each program in a realm of its own, writes replies. It holds no
 * answers and may read nothing but this file, as text and compiled. See Sandbox.ts for the other end.
 */
import { readFileSync } from "node:fs";
import { type Context, constants, createContext, Script } from "node:vm";
import { codeCacheOf } from "../wire/codeCacheOf";
import { readRequest, writeReply } from "../wire/pipe";
import { maxFrameBytes, type Reply, type Request, type StandInAnswer, submissionFile } from "../wire/protocol";
import type { AskStandIn, Realm } from "../wire/Realm";

/** The bundle of realm/main.ts as text: an expression that gives `createRealm`. The bundler puts it here. */
declare const REALM_SOURCE: string;

/** Node's own way out, which runs no handlers. It is taken off `process` below, so that only this file has it. */
const { reallyExit } = process as unknown as { reallyExit(code: number): never };
const exit = (): never => reallyExit.call(process, 0);
// V8 compiles the text where it finds the code made by other means than its own.
const realmScript = new Script(REALM_SOURCE, { filename: "nablab", cachedData: cachedCode() });
const nothing = new Script("0");
let requestId = 0;
let realm: Realm | null = null;
let context: Context | null = null;

const askStandIn: AskStandIn = (name, args) => {
  writeReply({ id: requestId, kind: "stand-in", name: String(name), text: String(args) });
  const answer = readRequest() as StandInAnswer | null;
  if (!answer) return exit();
  return (answer.failed ? "!" : "=") + answer.text;
};

function answer(request: Request): Reply {
  const { id } = request;
  switch (request.kind) {
    case "load":
      return load(request);
    case "call":
      return { id, ...outcomeOf(call(request)) };
    case "code":
      return { id, kind: "code", text: realmScript.createCachedData().toString("base64") };
    case "stand-in":
      return { id, kind: "failed", text: "an answer that nobody asked for" };
  }
}

function cachedCode(): Buffer | undefined {
  try {
    return readFileSync(codeCacheOf(__filename));
  } catch {
    // There is none, or it may not be read.
    return undefined;
  }
}

/**
 * The realm has a queue of microtasks of its own, which is worked off only when a script has been run in it: promises
 * that one function leaves behind cannot keep the next one waiting.
 */
function load({ id, text: program, standIns }: Extract<Request, { kind: "load" }>): Reply {
  context = createContext(constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: "afterEvaluate",
  });
  const createRealm = realmScript.runInContext(context) as (ask: AskStandIn) => Realm;
  realm = createRealm(askStandIn);
  const factory: unknown = new Script(program, { filename: submissionFile }).runInContext(context);
  let message = realm.load(factory, JSON.stringify(standIns));
  while (message === null) {
    nothing.runInContext(context);
    message = realm.poll();
  }
  return message === "" ? { id, kind: "loaded", text: "" } : { id, kind: "failed", ...failureIn(String(message)) };
}

function failureIn(json: string): { text: string; at?: string } {
  const { message, at } = JSON.parse(json) as { message: string; at?: string };
  return { text: String(message).slice(0, 1000), at };
}

function call({ name, text: args, awaits }: Extract<Request, { kind: "call" }>): unknown {
  if (!realm || !context) return undefined;
  let outcome = realm.call(name, args, awaits);
  while (outcome === null) {
    nothing.runInContext(context);
    outcome = realm.pollCall();
  }
  return outcome;
}

function outcomeOf(outcome: unknown): { kind: "outcome" | "failed"; text: string } {
  if (typeof outcome !== "string")
    return { kind: "failed", text: "an error: it broke the conversion of its own result" };
  if (outcome.length > maxFrameBytes / 2) return { kind: "failed", text: "an error: its result is too large" };
  return { kind: "outcome", text: outcome };
}

function serve(): void {
  writeReply({ id: 0, kind: "ready", text: realmScript.cachedDataRejected === false ? "with compiled code" : "" });
  for (let request = readRequest(); request; request = readRequest()) {
    requestId = request.id;
    writeReply(answerSafely(request));
  }
  exit();
}

function answerSafely(request: Request): Reply {
  try {
    return answer(request);
  } catch {
    // The error may be an object of the learner's realm: it is not looked at.
    return {
      id: request.id,
      kind: "failed",
      text: "an error that broke out of its call (a full stack, for example)",
    };
  }
}

/** A submission that gets hold of this object all the same finds nothing on it that reaches another process. */
function disarmProcess(): void {
  const reaching = [
    "kill",
    "binding",
    "_linkedBinding",
    "dlopen",
    "reallyExit",
    "abort",
    "_kill",
    "_debugProcess",
    "execve",
  ];
  for (const name of reaching) Reflect.deleteProperty(process, name);
}

disarmProcess();
serve();
