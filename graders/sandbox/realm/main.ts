/** The first code in a learner's realm, bundled into one text, which the sandbox process evaluates for each program. */
import type { AnyFunction, Outcome, Value } from "../../../src/check/contract";
import { onArrays } from "../../../src/check/onArrays";
import { onTensors } from "../../../src/check/onTensors";
import { runCase } from "../../../src/check/runCase";
import { seedRandom } from "../../../src/check/runSeeded";
import { setTensorLibrary } from "../../../src/check/tensorLibrary";
import { decodeArguments, decodeValue, encodeValue } from "../../../src/check/wire";
import { realmWords } from "../../../src/words/realmWords";
import type { AskStandIn, GradientQuestion, Realm, StandInValue } from "../wire/Realm";
import { placeInSubmission, prepareRealm, refuseImport } from "./environment";
import { nablab } from "./nablab";
import type { Modules } from "./tensorflow";
import { clearTimers, runNextTimer } from "./timers";

// The submission may replace these. What it gets back is then its own affair, but these calls must still work.
const { parse, stringify } = JSON;
const { hasOwn, keys } = Object;

export function createRealm(askStandIn: AskStandIn): Realm {
  prepareRealm(nablab);
  let functions: Record<string, AnyFunction> = {};
  let loading: string | null = null;
  let pending: Pending = { outcome: null };
  let provided: Modules["byName"] = {};
  let ofTensors: readonly string[] = [];

  const requireModule = (name: unknown): unknown => {
    if (name === "nablab") return nablab;
    if (typeof name === "string" && hasOwn(provided, name)) return provided[name];
    throw new Error(realmWords.unavailableModule(String(name), ["nablab", ...keys(provided)]));
  };
  const finish = (made: unknown): void => {
    functions = { ...(made as Record<string, AnyFunction>) };
    loading = "";
    for (const name of keys(functions)) {
      const value: unknown = functions[name];
      const type = value === null ? "null" : typeof value;
      if (type !== "function") loading = stringify({ message: realmWords.notAFunction(type) });
      else if (ofTensors.includes(name)) functions[name] = onArrays(functions[name]);
    }
  };
  const fail = (error: unknown): void => {
    loading = stringify({ message: messageOf(error), at: placeOf(error) });
  };

  return {
    formatStack: (_realm: unknown, error: unknown, frames: NodeJS.CallSite[]) => placeInSubmission(error, frames),
    refuseImport,
    provide(modules, tensors) {
      const { byName, tensors: library } = modules as Modules;
      provided = byName;
      ofTensors = parse(tensors) as string[];
      setTensorLibrary(library);
    },
    load(factory, standIns) {
      try {
        const stubs = standInsFor(parse(standIns) as string[], askStandIn, ofTensors);
        const made: unknown = (factory as AnyFunction)(nablab, requireModule, stubs);
        if (made instanceof Promise) made.then(finish, fail);
        else finish(made);
      } catch (error) {
        fail(error);
      }
      return loading;
    },
    poll() {
      if (loading !== null) return loading;
      return runNextTimer() ? null : stringify({ message: realmWords.waitsForever });
    },
    call(name, args, async) {
      const values = decodeArguments(parse(args));
      seedRandom();
      const fn = functions[name] ?? (() => undefined);
      if (!async) return encodeOutcome(runCase(fn, { args: values }, false, placeOf));
      clearTimers();
      pending = outcomeOf(runCase(fn, { args: values }, true, placeOf));
      return null;
    },
    pollCall() {
      if (pending.outcome !== null) return pending.outcome;
      return runNextTimer() ? null : stringify({ kind: "unusable", what: { kind: "unsettled" } });
    },
  };
}

/** An asynchronous call's outcome as JSON, or null until there is one. */
interface Pending {
  outcome: string | null;
}

/** Each call has an object of its own, so a promise left behind by an earlier call cannot answer for a later one. */
function outcomeOf(promise: Promise<Outcome>): Pending {
  const pending: Pending = { outcome: null };
  const settle = (outcome: string): void => {
    pending.outcome = outcome;
  };
  promise
    .then(encodeOutcome)
    .then(settle, (error: unknown) => settle(stringify({ kind: "threw", message: messageOf(error) })));
  return pending;
}

function encodeOutcome(outcome: Outcome): string {
  if (outcome.kind !== "returned") return stringify(outcome);
  return stringify({ ...outcome, value: encodeValue(outcome.value) });
}

function standInsFor(
  names: string[],
  askStandIn: AskStandIn,
  ofTensors: readonly string[],
): Record<string, AnyFunction> {
  const stubs: Record<string, AnyFunction> = {};
  for (const name of names) {
    const answerTo = (question: unknown): StandInValue => {
      const answer = ask(askStandIn, name, stringify(question));
      if (answer[0] !== "=") throw errorOf(answer.slice(1));
      return parse(answer.slice(1)) as StandInValue;
    };
    const call = (...args: Value[]): Value | Promise<Value> => {
      const { value, promised } = answerTo(args.map(encodeValue));
      return promised ? Promise.resolve(decodeValue(value)) : decodeValue(value);
    };
    const pullBack = (args: readonly Value[], dy: Value): Value => {
      const question: GradientQuestion = { args: args.map(encodeValue), dy: encodeValue(dy) };
      return decodeValue(answerTo(question).value);
    };
    stubs[name] = ofTensors.includes(name) ? onTensors(call, pullBack) : call;
  }
  return stubs;
}

/** Recreates the error that the reference threw from a text such as `RangeError: np.dot: …`. */
function errorOf(text: string): Error {
  const [, name = "Error", message = text] = /^(\w*Error): (.*)$/s.exec(text) ?? [];
  return Object.assign(new Error(message), { name });
}

/** An error of the process outside, such as a full stack, must not enter the realm as an object. */
function ask(askStandIn: AskStandIn, name: string, args: string): string {
  try {
    return askStandIn(name, args);
  } catch {
    return `!${realmWords.notCalled(name)}`;
  }
}

/** As environment.ts writes it. The submission may have put something else there, so the grader checks its form. */
function placeOf(error: unknown): string | undefined {
  try {
    const stack = error instanceof Error ? error.stack : undefined;
    return typeof stack === "string" && stack.length < 20 ? stack : undefined;
  } catch {
    return undefined;
  }
}

function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return realmWords.unprintable;
  }
}
