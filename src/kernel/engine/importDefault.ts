/**
 * What `import name from "package"` stands for, as in Node's own modules: the module itself if it says that it was an ES
 * module but has no default export, as packages that TypeScript compiled do. TypeScript's helper gives undefined.
 */
export function importDefault(module: unknown): { default: unknown } {
  return isObject(module) && "__esModule" in module && "default" in module
    ? (module as { default: unknown })
    : { default: module };
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
