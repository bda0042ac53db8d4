import { NDArray } from "../core/NDArray";
import { np } from "../np";
import { asWritten } from "./asWritten";
import { nearestInModules, nearestName } from "./nearestName";
import { tensorFunctions } from "./tensorLibrary";

/** Why code crashed, as far as its error tells: the habits of those who come from Python or plain JavaScript. */
export type Cause =
  /** An array was used as a number, an argument is missing or of the wrong kind, an array was read as a list. */
  | { kind: "operand" | "argument" | "indexing" }
  /** `np` or `tf` has no such function; `near` is one that it has. */
  | { kind: "unknown-function"; owner: string; name: string; near?: string }
  /** What is there is not a function: `A.shape()`. */
  | { kind: "not-a-method"; owner: string; name: string }
  /** The owner has no such method; arrays have this one or `near`, lists have `list`. */
  | { kind: "unknown-method"; owner: string; name: string; near?: string; list?: string }
  /** A name that nothing declares. `np` is a function that was meant. */
  | { kind: "undeclared"; name: string; np?: string }
  | { kind: "too-early"; name: string }
  /** `undefined.shape`: the property that was read. */
  | { kind: "undefined"; property: string }
  | { kind: "not-iterable" }
  | { kind: "constant" };

type Pattern = readonly [RegExp, (...names: string[]) => Cause | null];

/** What V8 writes, and what each message shows. */
const inV8: readonly Pattern[] = [
  [/^OperandError: /, () => ({ kind: "operand" })],
  [/^ArgumentError: /, () => ({ kind: "argument" })],
  [/^IndexingError: /, () => ({ kind: "indexing" })],
  // WebKit adds what is there instead, in parentheses.
  [/^TypeError: (.+?) is not a function\b/, notAFunction],
  [/^ReferenceError: (\S+) is not defined$/, undeclared],
  [/^ReferenceError: Cannot access '(\S+)' before initialization$/, (name) => ({ kind: "too-early", name })],
  [/^TypeError: Cannot (?:read|set) properties of (?:undefined|null) \(\w+ '(\S+)'\)$/, undefinedRead],
  [/^TypeError: Cannot destructure property '(\S+)' of .* as it is (?:undefined|null)\.$/, undefinedRead],
  [/^TypeError: .+ is not iterable\b/, notIterable],
  [/^TypeError: Spread syntax requires \.\.\.iterable/, notIterable],
  [/^TypeError: Assignment to constant variable\.$/, () => ({ kind: "constant" })],
];

/** What the engines of other browsers write where V8 writes something else. */
const inFirefox: readonly Pattern[] = [
  [/^TypeError: can't access property Symbol\.iterator, .+ is (?:undefined|null)$/, notIterable],
  [/^TypeError: can't access property "?([^\s"]+)"?, .+ is (?:undefined|null)$/, undefinedRead],
  [/^ReferenceError: can't access lexical declaration '(\S+)' before/, (name) => ({ kind: "too-early", name })],
  [/^TypeError: invalid assignment to const '/, () => ({ kind: "constant" })],
];
const inWebKit: readonly Pattern[] = [
  [/^TypeError: (?:undefined|null) is not an object \(evaluating '[^=]+\.([\w$]+)(?: = .*)?'\)$/, undefinedRead],
  [/^TypeError: (?:undefined|null) is not an object \(evaluating '[^=]+\[(\d+)\](?: = .*)?'\)$/, undefinedRead],
  [/^TypeError: undefined is not a function \(near '\.\.\.\S+ of /, notIterable],
  [/^ReferenceError: Can't find variable: (\S+)$/, undeclared],
];
const patterns = [...inFirefox, ...inWebKit, ...inV8];

/**
 * The cause of a crash, or null if its message does not show it. It is the only place that knows engines' messages.
 *
 * @param message the error's name and message, such as `TypeError: np.zero is not a function`
 */
export function causeOf(message: string): Cause | null {
  const written = asWritten(message);
  for (const [pattern, cause] of patterns) {
    const match = pattern.exec(written);
    if (match) return cause(...match.slice(1));
  }
  return null;
}

const arrayMembers = Object.getOwnPropertyNames(NDArray.prototype).filter((name) => /^[A-Za-z]/.test(name));
const properties = ["shape", "strides", "data", "ndim", "size", "offset", "contiguous", "T", "length"];

/** What lists have in place of Python's methods. */
const listMethods: Record<string, string> = { append: "push", extend: "push", index: "indexOf", copy: "slice" };

/** What `np` has, by the names that code has for it. */
const modules: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ np, "np.random": np.random, "np.linalg": np.linalg }).map(([name, module]) => [
    name,
    namesIn(module),
  ]),
);

function namesIn(module: object): string[] {
  return [...Object.keys(module), ...Object.getOwnPropertyNames(Object.getPrototypeOf(module) ?? {})];
}

function notAFunction(callee: string): Cause | null {
  const [, owner, name] = /^(.*)\.([\w$]+)$/.exec(callee) ?? [];
  if (owner === undefined) return null;
  if (modules.has(owner))
    return { kind: "unknown-function", owner, name, near: nearestInModules(name, owner, modules) };
  if (owner === "tf") {
    const near = nearestName(name, tensorFunctions());
    return near === undefined ? null : { kind: "unknown-function", owner, name, near };
  }
  const of = /^[\w$.]+$/.test(owner) ? owner : "A";
  if (properties.includes(name)) return { kind: "not-a-method", owner: of, name };
  const near = arrayMembers.includes(name) ? name : nearestName(name, arrayMembers);
  const list = Object.hasOwn(listMethods, name) ? listMethods[name] : undefined;
  return near === undefined && list === undefined ? null : { kind: "unknown-method", owner: of, name, near, list };
}

function undeclared(name: string): Cause {
  const isOfNp = modules.get("np")?.includes(name);
  return { kind: "undeclared", name, np: isOfNp ? `np.${name}` : undefined };
}

function notIterable(): Cause {
  return { kind: "not-iterable" };
}

function undefinedRead(property: string): Cause {
  return { kind: "undefined", property };
}
