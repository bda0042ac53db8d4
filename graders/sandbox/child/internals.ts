/**
 * Parts of Node that it exposes only to its own tests (`--expose-internals`, see limits.ts). No public interface says
 * what Node runs in the middle of foreign code, or takes its modules away. Node is pinned: if a part is missing in
 * another version, the sandbox refuses to start rather than start without a wall.
 */
interface Bindings {
  errors: { setPrepareStackTraceCallback(format: unknown): void };
  module_wrap: { setImportModuleDynamicallyCallback(load: unknown): void };
  task_queue: { setPromiseRejectCallback(note: unknown): void };
}

interface BuiltinModule {
  constructor: { setRealmAllowRequireByUsers(ids: readonly string[]): void };
}

const { internalBinding } = require("internal/test/binding") as {
  internalBinding<Name extends keyof Bindings>(name: Name): Bindings[Name];
};
const { loadBuiltinModule } = require("internal/modules/helpers") as {
  loadBuiltinModule(id: string): BuiltinModule;
};

const { setPrepareStackTraceCallback } = internalBinding("errors");
const { setImportModuleDynamicallyCallback } = internalBinding("module_wrap");
const { setPromiseRejectCallback } = internalBinding("task_queue");
const { constructor: builtins } = loadBuiltinModule("fs");

/** From now on nothing can be loaded by name, not even a second time: no module of Node, public or internal. */
export function lockModules(): void {
  builtins.setRealmAllowRequireByUsers([]);
}

/**
 * Puts functions of a learner's realm where Node would run its own in the middle of the learner's code. When the stack
 * is almost full, Node's own would overflow, and the error that the learner's code then catches would be one of ours.
 *
 * @param formatStack called with an error's realm, the error and the frames of its stack; returns the value of `stack`
 * @param refuseImport called for `import()`; returns a promise that rejects
 */
export function answerInRealm(formatStack: unknown, refuseImport: unknown): void {
  setPrepareStackTraceCallback(formatStack);
  setImportModuleDynamicallyCallback(refuseImport);
}

/** Node keeps rejected promises until its event loop handles them, which this process never returns to. */
export function forgetRejections(): void {
  // A function that needs no stack of its own.
  setPromiseRejectCallback(Function.prototype);
}
