/** The names under which compiled code finds what stands in for syntax that a script does not have. */
export const standIns = {
  /** Receives the value of a cell's last expression. */
  result: "__result__",
  /** `import(…)` */
  import: "__import__",
  /** `import.meta` */
  meta: "__meta__",
};
