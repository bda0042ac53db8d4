/**
 * How the sandbox process and the learner's realm talk: in strings only, so that neither gets hold of the other's
 * objects. Everything else comes from the learner's own realm and goes back to it: `factory`, and the functions for
 * Node.
 */
export interface Realm {
  /** Node calls this for an error's `stack`. Like {@link refuseImport}, it runs in the middle of learner code. */
  readonly formatStack: unknown;
  /** Node calls this for `import()`. */
  readonly refuseImport: unknown;
  /**
   * Makes modules importable besides the library, before a program is loaded.
   *
   * @param modules of the learner's realm
   * @param tensors JSON of the names of the functions that compute with tensors
   */
  provide(modules: unknown, tensors: string): void;
  /**
   * Returns "" if the program's functions are there, null if they are not ready yet, and if its code failed, JSON of
   * the `message` and, if known, `at`.
   */
  load(factory: unknown, standIns: string): string | null;
  /** Lets time pass for code that awaits at its top level; returns as `load` does. */
  poll(): string | null;
  /**
   * Calls a function of the program with encoded arguments, and returns the encoded outcome. With `async`, a promise is
   * awaited: it then returns null, and `pollCall` is asked after each round of microtasks.
   */
  call(name: string, args: string, async: boolean): string | null;
  /** Lets time pass for a call that has not settled; returns as `call` does. */
  pollCall(): string | null;
}

/**
 * Asks the grader for the reference's answer. `args` is JSON of a list of encoded values,
 * or of a {@link GradientQuestion}; the answer is "=" and JSON of a {@link StandInValue}, or
 * "!" and an error's message.
 */
export type AskStandIn = (name: string, args: string) => string;

/**
 * What is asked about a function of tensors while something is differentiated that uses it: the gradient by each tensor
 * in its arguments, given the one by its result. The answer is a list of arrays.
 */
export interface GradientQuestion {
  args: readonly unknown[];
  dy: unknown;
}

/** What the reference returned, as JSON: an encoded value, and whether it came as a promise. */
export interface StandInValue {
  value: unknown;
  promised: boolean;
}
