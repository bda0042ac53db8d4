/** Whether Node's own modules are available: not in a browser, nor in the realm in which a grader runs submissions. */
export function inNode(): boolean {
  return typeof process !== "undefined" && typeof process.getBuiltinModule === "function";
}
