/** Where pages are told how far grading is. */
export const livePath = "/live";

/** Where learners' pages are told how far theirs is. */
export const learnerLivePath = "/me/live";
