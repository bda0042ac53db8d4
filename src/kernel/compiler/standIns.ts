/** The names under which compiled code finds what stands in for syntax that a script does not have. */
export const standIns = {
  /** Receives the value of a cell's last expression. */
  result: "__result__",
  /** `import(…)` */
  import: "__import__",
  /** `import.meta` */
  meta: "__meta__",
  /** Asked by loops whether the cell was interrupted; takes and returns a number of steps until it is asked again. */
  tick: "__tick__",
  /** Throws what it is given, if that is what ends an interrupted cell. */
  passOn: "__passOn__",
};
