/** About the processes that read and run submissions. */
export const sandbox = {
  /** What a call is said to have thrown when it has no other outcome; continues "It threw". */
  faults: {
    conversion: "an error: it broke the conversion of its own result",
    unloaded: "an error: nothing has been loaded",
    escaped: "an error that broke out of its call (a full stack, for example)",
  },
  notLaunched: (cause: string): string => `the sandbox could not be started: ${cause}`,
  notReady: (cause: string): string => `the sandbox did not start: ${cause}`,
  libraryFails: (answers: string): string => `the sandbox cannot run the library: ${answers}`,
  launcherGone: "the process that starts the others went away; run the same command again to resume",
  noBwrap: "bubblewrap is not installed: there is no bwrap on the path, or others may write there",
  bwrapFails: (cause: string): string => `bubblewrap cannot start Node here: ${cause}`,
  wallUnusable: (wall: string, cause: string): string => `--sandbox ${wall} cannot be used: ${cause}`,
};
