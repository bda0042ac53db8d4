import type { SourceCell } from "./SourceCell";

/** What kinds of things could not be carried over, in the order of the report, and what to do about each. */
export const kinds = {
  tests: {
    title: "Autograded tests",
    advice: "Their Python is in `checks.ts` and `staff/hidden-checks.ts`: write inputs there.",
  },
  manual: {
    title: "Graded by hand",
    advice:
      "nablab grades functions only. What these cells held is in `staff/manual.md`, learners find a place to answer.",
  },
  solutions: {
    title: "Solutions that are no function, or not quite",
    advice: "Only a function can be graded: write one that returns what the cell computed.",
  },
  code: {
    title: "Python that learners ran",
    advice: "It stands in `notebook.ts` as comments: write it in TypeScript, or delete it.",
  },
  numpy: {
    title: "NumPy that `np` does not have",
    advice: "Use what `np` has instead (see its documentation in the notebook), or write it out.",
  },
  imports: { title: "Imports", advice: "Here is what answers to them." },
  plots: {
    title: "Plots",
    advice: "`plot` of nablab draws lines, scatters, images, heatmaps and decision boundaries.",
  },
  widgets: { title: "Widgets", advice: "There are none here: show a few values side by side instead." },
  magics: { title: "Magics and shell commands", advice: "They are for another kernel. `timeit` of nablab measures." },
  images: {
    title: "Images linked by path",
    advice: "Put the files beside the built notebook, or draw the figures with `plot`.",
  },
  attachments: {
    title: "Attachments",
    advice: "The images are in `images/`; the links in the text still say `attachment:`.",
  },
  raw: { title: "Raw cells", advice: "Settings of the old tool, most of the time: the notebook does without." },
} as const;

export type Kind = keyof typeof kinds;

export interface Remark {
  kind: Kind;
  cell: SourceCell;
  line?: number;
  text: string;
}
