/** `nablab check`, as learners have it. */
export const learnerCheck = {
  passed: "These are the notebook's checks. Grading tries further inputs.",
  followOn:
    "Here, a mistake also shows in the functions that call the incorrect one; in grading, it costs only its own points.",
  /** @param reason continues the file's name */
  unreadable: (file: string, reason: string): string => `${file} ${reason}`,
};
