import { joinedAsText, NDArray } from "../core/NDArray";
import { realmWords } from "../words/realmWords";
import type { AnyFunction, Case, Outcome, Value } from "./contract";
import { copyArguments, copyValue, UnusableValue } from "./copyValue";
import { findShared, HandedOut } from "./findShared";
import { isNotImplemented } from "./NotImplemented";
import { nearestName } from "./nearestName";
import { tensorsLeft } from "./onArrays";

/** Finds where in the code an error was thrown, if that can be told. */
export type FindPlace = (error: unknown) => string | undefined;

/**
 * Calls `fn` on copies of the case's arguments and returns the outcome. Never throws, and never rejects.
 *
 * @param async whether `fn` may return a promise, which is then awaited; the outcome is a promise too. Otherwise the
 * outcome is returned at once, and a promise is a wrong result.
 */
export function runCase(fn: AnyFunction, one: Case, async?: false, findPlace?: FindPlace): Outcome;
export function runCase(fn: AnyFunction, one: Case, async: true, findPlace?: FindPlace): Promise<Outcome>;
export function runCase(
  fn: AnyFunction,
  { args }: Case,
  async = false,
  findPlace?: FindPlace,
): Outcome | Promise<Outcome> {
  const given = copyArguments(args);
  const before: Before = { joined: joinedAsText(), left: tensorsLeft() };
  if (async) return settle();
  try {
    return outcomeOf(fn, fn(...given), args, given, before);
  } catch (error) {
    return outcomeOfError(error, fn, findPlace);
  }

  async function settle(): Promise<Outcome> {
    try {
      return outcomeOf(fn, await fn(...given), args, given, before);
    } catch (error) {
      return outcomeOfError(error, fn, findPlace);
    }
  }
}

/** What each function has returned so far. */
const handedOut = new WeakMap<AnyFunction, HandedOut>();

/** What had happened before a call. */
interface Before {
  joined: number;
  left: number;
}

/** The result is copied at once, so that what is judged can no longer change. */
function outcomeOf(
  fn: AnyFunction,
  result: unknown,
  args: readonly Value[],
  given: readonly Value[],
  before: Before,
): Outcome {
  const met: object[] = [];
  const value = copyValue(result, met);
  const mutatedArgs = args.flatMap((arg, i) => (same(arg, given[i]) ? [] : [i]));
  const shared = findShared(met, value, handedOutBy(fn));
  const joined = joinedAsText() > before.joined;
  const left = tensorsLeft() - before.left;
  return {
    kind: "returned",
    value,
    mutatedArgs,
    ...(shared.length > 0 ? { shared } : {}),
    ...(joined ? { joined } : {}),
    ...(left > 0 ? { left } : {}),
  };
}

function handedOutBy(fn: AnyFunction): HandedOut {
  const known = handedOut.get(fn) ?? new HandedOut();
  handedOut.set(fn, known);
  return known;
}

function outcomeOfError(error: unknown, fn: AnyFunction, findPlace: FindPlace = () => undefined): Outcome {
  // Anything may have been thrown, even an object whose properties throw when they are read.
  try {
    if (error instanceof UnusableValue) return { kind: "unusable", what: error.what };
    if (isNotImplemented(error)) return { kind: "not-implemented", function: String(error.functionName) };
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const at = findPlace(error);
    const near = error instanceof ReferenceError ? nearIn(fn, error) : undefined;
    const threw: Outcome = { kind: "threw", message };
    return { ...threw, ...(at === undefined ? {} : { at }), ...(near === undefined ? {} : { near }) };
  } catch {
    return { kind: "threw", message: realmWords.unprintable };
  }
}

/** A name in the function's code, a parameter perhaps, that is spelt like the one that nothing declares. */
function nearIn(fn: AnyFunction, { message }: ReferenceError): string | undefined {
  const [name] = message.split(" ", 1);
  const names = String(fn).match(/[A-Za-z_$][\w$]*/g) ?? [];
  return nearestName(name, [...new Set(names)]);
}

/** Whether two values are equal in every bit that counts: NaN equals NaN, -0 and 0 differ. */
function same(a: unknown, b: unknown): boolean {
  if (a instanceof NDArray) {
    return b instanceof NDArray && same(a.shape, b.shape) && sameNumbers(a.toTypedArray(), b.toTypedArray());
  }
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return Object.is(a, b);
  const keys = Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && same(a[key as keyof typeof a], b[key as keyof typeof b]));
}

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  // A plain loop, as in wire.ts. Most elements are equal and not 0.
  for (let i = 0; i < a.length; i++) if ((a[i] !== b[i] || a[i] === 0) && !Object.is(a[i], b[i])) return false;
  return true;
}
