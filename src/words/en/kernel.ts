/** What the kernel itself says of a cell. */
export const kernel = {
  /** Stands for an error, or the part of one, that throws when it is read. */
  unreadable: "it cannot be shown, because reading it throws an error",
  unreadableError: "an error that cannot be described, because reading it throws another error",
  moreCauses: "… and more causes",
  moreErrors: (count: number): string => `… and ${count} more`,
  /** Of the compiler. */
  moreDiagnostics: (count: number): string => `and ${count} more ${count === 1 ? "error" : "errors"}`,
  /** @param name `TS2322`, or null for errors without a number */
  refused: (name: string | null, message: string, place: string): string =>
    `${name === null ? "" : `${name}: `}${message} (${place})`,
  error: (name: string | null): string => (name === null ? "error" : `error ${name}`),
  diagnostic: (place: string, error: string, message: string): string => `${place}: ${error}: ${message}`,
  /** @param where a cell or a file */
  line: (where: string, line: number): string => `${where}, line ${line}`,
  /** In TypeScript's own sentence, and what a learner is told instead. */
  isAnImport: "it is an import",
  isAConstant: "it is a constant",

  /** The value's `nablab.mime` method, or `display`, was given something else. */
  notFormats: (given: string): string =>
    `expected formats by MIME type, such as { "text/plain": "a", "text/html": "<b>a</b>" }, but got ${given}`,
  notText: (format: string, given: string): string =>
    `expected a string under ${JSON.stringify(format)}, the format that a front end shows, but got ${given}`,

  jsx: "JSX is not supported in cells: build what you show as text, such as `<b>bold</b>` between backquotes",

  waitingModule: (file: string): string =>
    `${file} waits at its top level, and \`require\` cannot wait: write \`import\` or \`await import(…)\` instead`,

  /** The compiler threw, or its thread ended. */
  compilerFailed: (reason: string): string =>
    `the cell cannot be compiled (${reason}): split it, or move its data into a file`,

  /** Why the engine ended, and what that means. */
  engineEnded: (reason: string): string =>
    `the process that runs the cells ended (${reason}); all variables are gone, run the cells above again`,
  /** It ended before it could run any cell, whatever that is. */
  engineNotStarted: (reason: string): string =>
    `the process that runs the cells ended while it started (${reason}); it is started again with the next cell. If it ends again, look at what it has written, at NODE_OPTIONS, and whether memory is left`,
  unresponsive: "it did not react to an interrupt",
  heapFull: (megabytes: number): string => `out of memory: objects and lists can take ${megabytes} MB`,
  noAddressSpace: "the system refuses it memory: a limit on its address space, `ulimit -v`, has to be 4 GB or more",
  /** By SIGKILL, which neither the kernel nor Node sends. */
  killed:
    "probably out of memory, as the system killed it: keep fewer large arrays at once, and shut down the notebooks that you do not need",
  signal: (name: string): string => `signal ${name}`,
  exitCode: (code: number | null): string => `exit code ${code}`,

  noInput:
    'a cell cannot ask for input here, where nobody can answer: write the value into the cell, such as `const name = "Ada"`',

  errorCut: (kilobytes: number): string => `… and more: an error is cut after ${kilobytes} kB`,

  outputCut: (megabytes: number): string =>
    `… and more: the output of a cell is cut after ${megabytes} MB; print less, or write it to a file`,
};
