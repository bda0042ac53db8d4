/**
 * How the sandbox process and the learner's realm talk: strings only, so that neither gets hold of an object of the
 * other. What else there is comes from the learner's own realm, and goes back to it: `factory`, and the functions for Node.
 */
export interface Realm {
  /** What Node is to call for the `stack` of an error. It runs in the middle of learner code, as {@link refuseImport} does. */
  readonly formatStack: unknown;
  /** What Node is to call for `import()`. */
  readonly refuseImport: unknown;
  /**
   * Returns "" when the program's functions are there, null when they are not ready yet, and when its code failed, JSON of
   * the `message` and, as far as it is known, `at`.
   */
  load(factory: unknown, standIns: string): string | null;
  /** Lets time pass for code that waits at its top level; returns as `load` does. */
  poll(): string | null;
  /**
   * Calls a function of the program on the encoded arguments, and returns the encoded outcome. With `async`, a promise
   * is awaited: then it returns null, and `pollCall` is asked, after each round of microtasks.
   */
  call(name: string, args: string, async: boolean): string | null;
  /** Lets time pass for a call that waits; returns as `call` does. */
  pollCall(): string | null;
}

/**
 * Asks the grader for the reference's answer. `args` is JSON; the answer is "=" and JSON of a {@link StandInValue}, or "!"
 * and the message of an error.
 */
export type AskStandIn = (name: string, args: string) => string;

/** What the reference returned, as JSON: an encoded value, and whether it came as a promise. */
export interface StandInValue {
  value: unknown;
  promised: boolean;
}
