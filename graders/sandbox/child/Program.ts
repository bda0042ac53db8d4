import vm, { type Context } from "node:vm";
import { type Fault, maxFrameBytes, type Needs, submissionFile } from "../wire/protocol";
import type { AskStandIn, Realm } from "../wire/Realm";
import { answerInRealm } from "./internals";
import { modulesScript } from "./modulesScript";
import { realmScript } from "./realmScript";

// Taken now, so that nothing here depends on what Node's modules contain once learner code has run.
const { createContext, Script } = vm;
const { DONT_CONTEXTIFY } = vm.constants;
const nothing = new Script("0");

/** The result of loading a program: "" if its functions can be called, otherwise why not, and where. */
export interface Loaded {
  text: string;
  at?: string;
}

/** The result of a call: JSON of an encoded outcome, or why there is none. */
export type Called = { kind: "outcome"; text: string } | { kind: "failed"; fault: Fault; text: "" };

/**
 * A program in a realm of its own. That realm has its own microtask queue, which is processed only after a script has
 * run in it: promises left behind by one function cannot hold up the next.
 *
 * What comes out of the realm may be anything, made by learner code: only its type is examined, never its contents.
 */
export class Program {
  private readonly context: Context;
  private readonly realm: Realm;

  constructor(askStandIn: AskStandIn) {
    this.context = createContext(DONT_CONTEXTIFY, {
      codeGeneration: { strings: false, wasm: false },
      microtaskMode: "afterEvaluate",
    });
    const createRealm = this.evaluate(realmScript) as (ask: AskStandIn) => Realm;
    this.realm = createRealm(askStandIn);
    answerInRealm(this.realm.formatStack, this.realm.refuseImport);
  }

  load(text: string, standIns: readonly string[], { modules = [], tensors = [] }: Needs): Loaded {
    // Before any code of the submission, which could change what they are built on.
    if (modules.length > 0 && modulesScript) this.realm.provide(this.evaluate(modulesScript), JSON.stringify(tensors));
    const factory: unknown = this.evaluate(new Script(text, { filename: submissionFile }));
    const message = this.wait(this.realm.load(factory, JSON.stringify(standIns)), () => this.realm.poll());
    return message === "" ? { text: "" } : failureIn(message);
  }

  call(name: string, args: string, async: boolean): Called {
    const outcome = this.wait(this.realm.call(name, args, async), () => this.realm.pollCall());
    if (typeof outcome !== "string") return { kind: "failed", fault: "conversion", text: "" };
    if (outcome.length > maxFrameBytes / 2) return { kind: "failed", fault: "too-large", text: "" };
    return { kind: "outcome", text: outcome };
  }

  /** Null means that the realm waits for promises or timers. */
  private wait(answer: unknown, poll: () => unknown): unknown {
    while (answer === null) {
      this.evaluate(nothing);
      answer = poll();
    }
    return answer;
  }

  /** @throws what the script throws, unchanged: otherwise Node would look for a stack in it, to add the line to. */
  private evaluate(script: vm.Script): unknown {
    return script.runInContext(this.context, { displayErrors: false });
  }
}

function failureIn(json: unknown): Loaded {
  const { message, at } = JSON.parse(String(json)) as { message: string; at?: string };
  return { text: String(message).slice(0, 1000), at };
}
