/** Set by `check()` while it runs graded functions, which may not use modules other than nablab. */
const hook = Symbol.for("nablab.moduleUsed");

type Hook = (name: string, called: unknown) => void;

/** A module as it is, but for telling `check()` when it is used. */
export function watchModule(name: string, module: unknown): unknown {
  if (!isPlain(module)) return module;
  const tell = (called: unknown): void => (globalThis as Record<symbol, Hook | undefined>)[hook]?.(name, called);
  const handler: ProxyHandler<object> = {
    get(target, key) {
      tell(handler.get);
      return Reflect.get(target, key);
    },
    apply(target, self, args) {
      tell(handler.apply);
      return Reflect.apply(target as () => unknown, self, args);
    },
    construct(target, args, created) {
      tell(handler.construct);
      return Reflect.construct(target as new () => object, args, created);
    },
  };
  return new Proxy(module, handler);
}

/** Instances of classes may have private fields, which only they themselves can reach. */
function isPlain(module: unknown): module is object {
  if (typeof module === "function") return true;
  if (typeof module !== "object" || module === null) return false;
  const prototype = Object.getPrototypeOf(module);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
