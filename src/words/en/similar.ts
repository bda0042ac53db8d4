import { grammar } from "./grammar";

/** About hand-ins that are alike. It says that they are similar, and never how that came about: staff judge that. */
export const similar = {
  help: {
    description: "which hand-ins of a run are most alike, whatever names, order and layout they have",
    top: "how many pairs to show",
    format: "as a table, or for other programs",
    after: `
Examples:
  nablab gradebook similar logistic-regression --db class.db
  nablab gradebook similar logistic-regression --top 50 --format csv --db class.db

Compares what learners have added to the starter, and shows the pairs that have most in common. A figure is no verdict:
where a function can hardly be written in two ways, many are alike. Look at the code, on the dashboard's page.`,
  },
  tooMuch: ({ seconds, memoryMB }: { seconds: number; memoryMB: number }): string =>
    `comparing these hand-ins takes more than ${seconds} s or ${memoryMB} MB; look at the longest of them`,
  noPair: "there are no two such hand-ins in this run",
  emptyNote: "the note is empty; write something",
  longNote: (most: number): string => `the note is too long; at most ${most} characters are kept`,

  say: {
    columns: {
      rank: "rank",
      similarity: "similar",
      login: "login",
      name: "name",
      otherLogin: "login",
      otherName: "name",
      notes: "notes",
    },
    percent: (share: number): string => `${(100 * share).toFixed(1)} %`,
    group: (logins: readonly string[]): string => `connected by these pairs: ${logins.join(", ")}`,
    notCompared: (login: string, reason: string): string => `not compared: ${login}, whose file ${reason}`,
    compared: (count: number): string =>
      `${grammar.counted(count, "hand-in")} compared; similar code may have many causes: look at it before you say anything`,
  },

  page: {
    title: (run: string): string => `Similar hand-ins: ${run}`,
    explain:
      "What learners have added to the starter, compared with each other. Names, order and layout do not matter. The figure says how much two hand-ins have in common; it says nothing about the cause.",
    none: "These hand-ins have not been compared yet.",
    compare: "Compare now",
    again: "Compare again",
    running: "The hand-ins are being compared. Load this page again in a moment.",
    failed: (reason: string): string => `The last comparison failed: ${reason}`,
    compared: (count: number, time: string): string => `${grammar.counted(count, "hand-in")} compared on ${time}`,
    outdated: "Other hand-ins count by now; compare again.",
    nothing: "No two of them have anything in common.",
    pairs: "Most similar pairs",
    rank: "Rank",
    similarity: "Similar",
    one: "One learner",
    other: "The other",
    notes: "Notes",
    open: "Compare the code",
    more: (count: number): string => `show ${count} pairs`,
    groups: "Connected by these pairs",
    notCompared: "Not compared",
    learner: "Learner",
    reason: "Reason",
  },
  pair: {
    title: (one: string, other: string): string => `${one} and ${other}`,
    back: "All pairs",
    similarity: (share: string): string => `${share} similar`,
    explain:
      "What is marked is in both, in other words or in the same. What everybody was given is left out. Each number leads to the part on the other side.",
    none: "They have nothing in common but what everybody was given.",
    cell: (number: number): string => `Code cell ${number}`,
    script: "Script",
    part: (number: number): string => `to part ${number} on the other side`,
    notes: "Notes",
    noNotes: "Nobody has noted anything about these two.",
    by: (by: string, time: string): string => `${by}, ${time}`,
    note: "Note, for staff only",
    save: "Save the note",
    notRead: (reason: string): string => `This file ${reason}.`,
  },
};
