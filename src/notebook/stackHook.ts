/** What gives the stack of an error, or of what `Error.captureStackTrace` was given, as learners read it. */
export type ReadStack = (error: object) => unknown;

/** A kernel whose engine does not let it write the stacks puts its {@link ReadStack} on `globalThis` under this symbol. */
export const stackHook = Symbol.for("nablab.stack");

/** The stack of an error, as learners read it. */
export function stackOf(error: { stack?: unknown }): string {
  const hook = (globalThis as Record<symbol, unknown>)[stackHook] as ReadStack | undefined;
  return String(hook ? hook(error) : error.stack);
}
