import { types } from "node:util";

/**
 * What `import(…)` gives for what `require` gives: an ES module's exports as they are, or those of CommonJS with all of
 * them under `default`, too.
 */
export function namespaceOf(exports: unknown, isModule: boolean): object {
  if (types.isModuleNamespaceObject(exports)) return exports as object;
  const isObject = (typeof exports === "object" && exports !== null) || typeof exports === "function";
  const names = isObject ? Object.keys(exports as object) : [];
  const namespace = Object.create(null) as object;
  const define = (name: string, get: () => unknown) =>
    Object.defineProperty(namespace, name, { get, enumerable: true, configurable: true });
  for (const name of names) define(name, () => (exports as Record<string, unknown>)[name]);
  if (!isModule) define("default", () => exports);
  return Object.defineProperty(namespace, Symbol.toStringTag, { value: "Module" });
}

/** What `require` gives for a module that had to be awaited: its default export is found where TypeScript looks. */
export function requiredFrom(namespace: object): object {
  if (!("default" in namespace)) return namespace;
  return Object.defineProperty(namespaceOf(Object.assign(Object.create(null), namespace), true), "__esModule", {
    value: true,
  });
}
