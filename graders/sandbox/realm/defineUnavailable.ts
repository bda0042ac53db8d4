import { type Absence, unavailable } from "../../../src/check/unavailable";
import { realmWords } from "../../../src/words/realmWords";

// The submission may replace these.
const { defineProperty, hasOwn } = Object;
const { TypeError: OwnTypeError } = globalThis;

/**
 * Puts a stand-in on an object for each name that the sandbox does not offer: it can be looked at, as by `typeof`, and
 * says what it is when it is used.
 *
 * @param path where the object is found, such as `process`; empty for the global object
 */
export function defineUnavailable(owner: object, path = ""): void {
  const start = path === "" ? "" : `${path}.`;
  for (const [name, absence] of Object.entries(unavailable)) {
    const key = name.slice(start.length);
    if (name.startsWith(start) && !key.includes(".") && !hasOwn(owner, key)) defineOne(owner, key, name, absence);
  }
}

/** Defines a property that is made when it is first read. */
export function defineLazily(owner: object, key: string, make: () => unknown): void {
  const settle = (value: unknown): void => {
    defineProperty(owner, key, { value, writable: true, configurable: true, enumerable: false });
  };
  const get = (): unknown => {
    const value = make();
    settle(value);
    return value;
  };
  defineProperty(owner, key, { get, set: settle, configurable: true, enumerable: false });
}

function defineOne(owner: object, key: string, name: string, absence: Absence): void {
  defineLazily(owner, key, () => standInFor(name, absence));
}

/** @param name as learners write it */
export function standInFor(name: string, absence: Absence): unknown {
  const refuse = (): never => {
    throw new OwnTypeError(realmWords.unavailable(name, absence));
  };
  const target = isObject(name) ? {} : function unavailable() {};
  return new Proxy(target, {
    apply: refuse,
    construct: refuse,
    set: refuse,
    has: refuse,
    // Nothing is an instance of a class that is not there.
    get: (_, key) => (key === Symbol.hasInstance ? () => false : refuse()),
  });
}

/** As in a notebook: classes and functions are functions; the rest are objects. */
function isObject(name: string): boolean {
  const objects =
    "Atomics Temporal WebAssembly navigator localStorage sessionStorage crypto.subtle performance.nodeTiming " +
    "process.stdin process.report process.config process.mainModule";
  return objects.split(" ").includes(name);
}
