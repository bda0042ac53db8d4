/** Marking in the browser: a submission, one function across learners, and saved comments. */
export const dashboardMarking = {
  /** Why a comment or an override cannot be as it is. */
  refused: {
    noText: "a comment needs a text; write one",
    longText: (length: number, most: number): string =>
      `this comment has ${length} characters; ${most} are possible: shorten it`,
    line: "a line is a whole number from 1, of one function; choose the function, or leave out the line",
    unknownFunction: (name: string): string => `this submission has no verdict on "${name}"; choose another function`,
    changedComment: "Somebody else has changed or removed this comment in the meantime.",
    changedSaved: "Somebody else has changed or removed this saved comment in the meantime.",
    changedGroup:
      "The group has changed in the meantime: a learner has joined or left it, or a mark is another. Nothing was given.",
    noSaved: "this saved comment was removed; choose another one",
    savedPoints: "the points of a saved comment are a number from 0; correct them, or leave them out",
    noReason: "an override needs a reason; write one",
    noPoints: (typed: string): string => `"${typed}" is not a number of points; write one such as 2.5`,
    unknownForm: "this form is not complete; open the page again",
  },
};
