/** The page on which learners begin. */
export const learnerHome = "/me";
