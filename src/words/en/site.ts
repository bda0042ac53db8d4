/** What the course says in a browser, around its notebooks. */
export const site = {
  /** What the kernel runs on. */
  browser: "your browser",
  introduction:
    "Open a notebook and work in it: it runs in your browser. There is nothing to install, and nothing you write leaves your computer unless you hand it in.",
  storage:
    "What you write is kept by this browser, on this computer, until you clear the browser's data for this site. To be safe, download your notebook now and then: File, Download.",
  allNotebooks: "All notebooks in JupyterLab",

  handIn: "Hand in",
  handInHint: "Download this notebook as the file to hand in",
  handInTitle: (file: string): string => `${file} is downloaded`,
  ok: "OK",
  /** What the checks in the notebook have said last. */
  standing: (correct: readonly string[], open: readonly string[]): string => {
    if (correct.length + open.length === 0) {
      return "No check has been run in it. Run all cells before you hand it in, to see whether something is missing.";
    }
    if (open.length === 0) return `All ${correct.length} functions that were checked are right.`;
    return `Still open: ${open.join(", ")}. You can go on, and hand in again.`;
  },
  hash: (sha256: string): string => `SHA-256 of the file: ${sha256}`,
  hashNeedsHttps: "Its SHA-256 can be computed only where the address begins with https.",
  handInDirectlyHint: "Hand this notebook in to your course",
  handInTo: (origin: string): string => `Hand in to ${origin}`,
  token: "Your token",
  tokenWanted: "Paste your token. It is on the page My course there, or comes from the staff of your course.",
  tokenKept:
    "This browser keeps it for this site until you let it be forgotten: do not hand in like that from a computer that others use.",
  downloadInstead: "Download instead",
  beingHandedIn: (file: string): string => `${file} is being handed in …`,
  handedIn: (file: string): string => `${file} is handed in`,
  notHandedIn: "It could not be handed in",
  forgetToken: "Forget my token",
  where: "Hand in this file where your course asks for it.",
  newVersion: "New version",
  newVersionHint: "Put the new version of this notebook beside yours, with what you have written",
  newVersionTitle: "There is a new version of this notebook",
  newVersionOffer:
    "You can have it beside yours, with the functions that you have written, and your own cells. Yours stays as it is.",
  newVersionLater: (button: string): string => `Whenever you want it, press “${button}” above the notebook.`,
  update: "Put it beside mine",
  notNow: "Not now",
  isBeside: (file: string): string => `The new version is ${file}`,
  openNew: "Open it",
  /** What of a learner's is in the new version. */
  carriedOver: ({
    functions,
    changed,
    others,
  }: {
    functions: readonly string[];
    changed: readonly string[];
    others: number;
  }): string[] => [
    functions.length === 0
      ? "You had not written any of its functions yet."
      : `Carried over: ${functions.join(", ")}. Run the checks again.`,
    ...(others === 0
      ? []
      : [
          `Also ${others === 1 ? "a cell" : `${others} cells`} that you added or changed, each after the cell that it followed.`,
        ]),
    ...(changed.length === 0
      ? []
      : [`The new version says something else about ${changed.join(", ")}: read that again.`]),
  ],
  oldStays: (file: string): string => `Your ${file} has not been changed.`,
  notUpdated: "The new version could not be put beside yours",
  becauseOf: (error: unknown): string =>
    `${error instanceof Error ? error.message : String(error)} Try it again later.`,
  notKept:
    "Your notebook is saved in this browser, which does not promise to keep it when the disk runs full. Download it now and then: File, Download.",
  siteRenewed: "The course has been updated. Save your work, and reload the page to use the new version.",
  reload: "Reload",
};
