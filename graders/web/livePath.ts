/** Where pages are told how far grading is. */
export const livePath = "/live";
