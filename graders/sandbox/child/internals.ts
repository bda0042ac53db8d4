/**
 * Parts of Node that it shows to its own tests alone (`--expose-internals`, see limits.ts). Nothing public says what Node
 * runs in the middle of foreign code, nor takes its modules away. Node is pinned: where a part is missing in another
 * version, the sandbox does not start, rather than start without a wall.
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

/** From now on nothing can be loaded by name, not even once more: no module of Node's, public or internal. */
export function lockModules(): void {
  builtins.setRealmAllowRequireByUsers([]);
}

/**
 * Puts functions of a learner's realm where Node would run its own in the middle of the learner's code. At the edge of a
 * full stack, Node's own would overflow, and the error that the learner's code then catches would be one of ours.
 *
 * @param formatStack called with an error's realm, the error and the frames of its stack; what it returns is `stack`
 * @param refuseImport called for `import()`; returns a promise that rejects
 */
export function answerInRealm(formatStack: unknown, refuseImport: unknown): void {
  setPrepareStackTraceCallback(formatStack);
  setImportModuleDynamicallyCallback(refuseImport);
}

/** Node keeps what is rejected until it has been dealt with in its event loop, which this process never comes back to. */
export function forgetRejections(): void {
  // A function that needs no stack of its own.
  setPromiseRejectCallback(Function.prototype);
}
