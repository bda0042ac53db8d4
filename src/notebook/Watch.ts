import { type Absence, unavailable } from "../check/unavailable";
import { callersOf } from "./callersOf";

/** Something that a function used and that graded code has not: a name, or a module if there is no `absence`. */
export interface Use {
  name: string;
  absence?: Absence;
  /** Where, as the notebook names places; empty if it does not. */
  place: string;
}

/** Set while functions are watched; the kernel calls it when a module other than this library is used. */
const moduleHook = Symbol.for("nablab.moduleUsed");

/** The file of this class; in a bundle, of everything in it. */
const ownFile = (() => {
  const { files } = callersOf(undefined);
  return files.find((file) => /Watch\.[jt]s$/.test(file)) ?? files[0] ?? "";
})();

/** The folder of this library, or the bundle. */
const library = ownFile.replace(/notebook[\\/]Watch\.[jt]s$/, "");

/**
 * Notes what functions use that they will not have when they are graded: what their own code reads while it is called,
 * and, after an `await`, what can be traced back to the call. Nothing else, such as what a task in the background or
 * this library does meanwhile.
 */
export class Watch {
  readonly uses: Use[] = [];
  private isInside = false;
  private readonly undo: (() => void)[] = [];

  /**
   * Starts watching; `end` must follow.
   *
   * @param modules what graded code has besides this library
   */
  constructor(modules: readonly string[] = []) {
    for (const [name, absence] of Object.entries(unavailable)) {
      const [key, owner] = name.split(".").reverse();
      const holder = owner === undefined ? globalThis : Reflect.get(globalThis, owner);
      if (typeof holder === "object" && holder !== null) this.trap(holder, key, { name, absence });
    }
    Reflect.set(globalThis, moduleHook, (name: string, called: unknown) => {
      if (!modules.includes(name)) this.note({ name }, called);
    });
    this.undo.push(() => Reflect.deleteProperty(globalThis, moduleHook));
  }

  end(): void {
    for (const step of this.undo) step();
  }

  /** Calls a function that is watched. */
  call<T>(body: () => T): T {
    this.isInside = true;
    try {
      return body();
    } finally {
      this.isInside = false;
    }
  }

  /** As `call`, for a function that may return a promise. */
  async callAsync(body: () => unknown): Promise<unknown> {
    return await this.call(body);
  }

  /** Replaces a property by one that tells when it is read. */
  private trap(holder: object, key: string, use: Omit<Use, "place">): void {
    const own = Object.getOwnPropertyDescriptor(holder, key);
    const before = own ?? inherited(holder, key);
    if (!before || !(own?.configurable ?? Object.isExtensible(holder))) return;
    const { enumerable } = before;
    const get = (): unknown => {
      this.note(use, get);
      return before.get ? before.get.call(holder) : before.value;
    };
    const set = (value: unknown): void => {
      Object.defineProperty(holder, key, { value, writable: true, configurable: true, enumerable });
    };
    Object.defineProperty(holder, key, { get, set, configurable: true, enumerable });
    this.undo.push(() => {
      // Unless it was set meanwhile.
      if (Object.getOwnPropertyDescriptor(holder, key)?.get !== get) return;
      if (own) Object.defineProperty(holder, key, own);
      else Reflect.deleteProperty(holder, key);
    });
  }

  private note(use: Omit<Use, "place">, called: unknown): void {
    if (this.uses.some(({ name }) => name === use.name)) return;
    const { files, place } = callersOf(called);
    const [caller = ""] = files;
    if (caller === "" || /^node:/.test(caller) || caller.startsWith(library) || isPackage(caller)) return;
    if (this.isInside || files.includes(ownFile)) this.uses.push({ ...use, place });
  }
}

/** What a package reads is not the learner's doing; that a package is used is noted by itself. */
function isPackage(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file);
}

/** The property as a prototype has it, as those of `crypto` are. */
function inherited(holder: object, key: string): PropertyDescriptor | undefined {
  const prototype: object | null = Object.getPrototypeOf(holder);
  return prototype ? (Object.getOwnPropertyDescriptor(prototype, key) ?? inherited(prototype, key)) : undefined;
}
