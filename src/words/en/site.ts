/** What the course says in a browser, around its notebooks. */
export const site = {
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
  where: "Hand in this file where your course asks for it.",
};
