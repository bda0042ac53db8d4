import { Buffer } from "node:buffer";
import { lockModules } from "./internals";

/** What the language itself puts on the global object. Everything else comes from Node, and leads outside. */
const language = new Set<PropertyKey>(
  (
    "globalThis Infinity NaN undefined isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI " +
    "encodeURIComponent escape unescape AggregateError Array ArrayBuffer AsyncDisposableStack BigInt BigInt64Array " +
    "BigUint64Array Boolean DataView Date DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array " +
    "Float64Array Function Int16Array Int32Array Int8Array Iterator JSON Map Math Number Object Promise Proxy RangeError " +
    "ReferenceError Reflect RegExp Set String SuppressedError Symbol SyntaxError TypeError URIError Uint16Array Uint32Array " +
    "Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet"
  ).split(" "),
);

/** TypeScript's library does not know it yet. */
declare const Iterator: { from(iterator: object): { map(change: () => unknown): object } };

/**
 * Leaves nothing in the process's own realm that reaches outside it or can be changed: if a submission gets hold of an
 * object of this realm, that object leads nowhere. What the process itself needs must be in variables by now.
 */
export function disarm(): void {
  empty(process);
  for (const key of Reflect.ownKeys(globalThis)) if (!language.has(key)) remove(globalThis, key);
  const named = Reflect.ownKeys(globalThis).map((key) => Reflect.get(globalThis, key));
  freezeFamilies([globalThis, ...named, ...hiddenBuiltins()]);
  lockModules();
}

/**
 * Removes an object's own properties and those it inherits from Node's classes. Once it is off the global object,
 * nothing should lead to it; this is in case something does. What cannot be removed (an exit code, a list of features)
 * does no harm.
 */
function empty(object: object): void {
  for (let holder = object; holder && holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) {
    for (const key of Reflect.ownKeys(holder)) Reflect.deleteProperty(holder, key);
  }
}

/** @throws TypeError for a property that would stay: then the sandbox does not start. */
function remove(owner: object, key: PropertyKey): void {
  if (!Reflect.deleteProperty(owner, key)) throw new TypeError(`${String(key)} cannot be removed`);
}

/** Built-in objects that no property leads to, only syntax or a call; and the class that handles the pipe's bytes. */
function hiddenBuiltins(): object[] {
  const iterators = [[].values(), new Map().entries(), new Set().values(), "".matchAll(/./g), ""[Symbol.iterator]()];
  const wrapped = Iterator.from({ next: () => ({ done: true, value: 0 }) });
  const functions = [() => {}, async () => {}, function* () {}, async function* () {}];
  return [...iterators, wrapped, wrapped.map(() => 0), ...functions, Buffer];
}

/**
 * Freezes objects, their prototypes and constructors, and the prototypes of what they construct. Not the methods:
 * nobody looks at their properties, and there are so many that going through them would take a fifth of the start.
 */
function freezeFamilies(roots: Iterable<unknown>): void {
  const found = new Set<unknown>(roots);
  // The loop continues with whatever is added along the way.
  for (const object of found) {
    if (!isObject(object)) continue;
    found.add(Object.getPrototypeOf(object)).add(ownValue(object, "constructor"));
    if (typeof object === "function") found.add(ownValue(object, "prototype"));
    if (!ArrayBuffer.isView(object)) Object.freeze(object);
  }
}

function ownValue(object: object, key: string): unknown {
  return Reflect.getOwnPropertyDescriptor(object, key)?.value;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
