import { grammar } from "./grammar";

/** What learners see of a gradebook, and what staff see of learners' questions. */
export const handIn = {
  nav: "My course",
  notLearner: "This page is for learners of the course.",
  noRuns: "Nothing is to be handed in yet.",
  freeDays: (left: number): string => `${grammar.counted(left, "free day")} left`,
  times: {
    early: (time: string): string => `opens ${time}`,
    due: (time: string): string => `due ${time}`,
    own: (reason: string): string => (reason === "" ? "your own deadline" : `your own deadline: ${reason}`),
    noDeadline: "no deadline",
    closes: (time: string): string => `hand-ins are taken until ${time}`,
    closed: (time: string): string => `closed since ${time}`,
    zone: (zone: string): string => `Times are those of ${zone}.`,
  },
  counts: { best: "the best hand-in counts", last: "the last hand-in counts" },

  mark: {
    title: "Mark",
    none: "There is no mark.",
    is: (final: string, most: string): string => `${final} of ${most}`,
    earned: (points: string): string => `You earned ${points}.`,
    late: (units: string, penalty: string, freeDays: number): string =>
      `It came ${units} late, which took ${penalty}${freeDays === 0 ? "" : ` and used ${grammar.counted(freeDays, "free day")}`}.`,
    lateSoFar: (units: string, freeDays: number): string =>
      `Handed in ${units} late${freeDays === 0 ? "" : `, which uses ${grammar.counted(freeDays, "free day")}`}.`,
    given: (points: string, reason: string): string => `Staff gave ${points}: ${reason}`,
    givenFor: (name: string, points: string, reason: string): string => `Staff gave ${points} for ${name}: ${reason}`,
    notReleased: "Marks are not released yet. Until then, you see what the public checks say.",
  },

  handIns: {
    title: "Your hand-ins",
    none: "You have not handed anything in.",
    received: "Received",
    file: "File",
    verdict: "Public checks",
    all: "Checks",
    counts: "Counts",
    yes: "yes",
    of: (points: string, most: string): string => `${points} of ${most}`,
    waiting: "waiting to be graded",
    fault: "Something went wrong on the course's side. It costs you nothing, and staff can see it.",
    waitingNow: (count: number): string =>
      `${grammar.counted(count, "hand-in")} of yours ${count === 1 ? "waits" : "wait"} to be graded.`,
    /** Where scripts are off. */
    loadAgain: "Load the page again to see the verdict.",
    over: "It is graded. Load the page again to see the verdict.",
    onlyPublic: "These are the public checks. Hidden checks are shown when the marks are released.",
    back: "My course",
  },

  form: {
    title: "Hand in",
    file: "Notebook, .ts file, or a .zip of them",
    send: "Hand in",
    limit: (perHour: number): string =>
      `You can hand in again until it closes: ${grammar.counted(perHour, "file")} an hour, and the same file does not count twice.`,
  },

  /** Each in one sentence, as an answer to whoever has handed in. */
  refused: {
    noFile: "Choose a file: a notebook, a .ts file, or a .zip of them.",
    early: (title: string, time: string, zone: string): string =>
      `${title} opens at ${time} (${zone}); nothing was recorded.`,
    closed: (title: string, time: string, zone: string): string =>
      `${title} closed at ${time} (${zone}); nothing was recorded. Ask the staff of the course if you need more time.`,
    unknownRun: (slug: string, known: readonly string[]): string =>
      known.length === 0
        ? `There is nothing to hand in for "${slug}" in this course.`
        : `There is nothing to hand in for "${slug}" in this course; there is ${grammar.or(known)}.`,
    file: (name: string, problem: string): string => `${name} ${problem}; nothing was recorded.`,
    noAssignment: "does not say of which assignment it is; say which run it is for",
    limit: (perHour: number, time: string, zone: string): string =>
      `You have handed in ${grammar.counted(perHour, "file")} within an hour, which is the limit; the next is taken at ${time} (${zone}).`,
    tooLarge: (megabytes: number): string => `This is more than ${megabytes} MB; nothing was recorded.`,
    noToken: "A token is needed: you get yours on the page My course, or from the staff of the course.",
    unknownToken: "Nobody in this course has this token, or it was replaced; get another one on the page My course.",
    unknown: "You have no such hand-in.",
    later: (message: string): string => `Nothing was recorded, and you can hand in again: ${message}`,
    fault: "Something went wrong on the course's side; nothing may have been recorded. Hand in again.",
    notHere: "This dashboard cannot take hand-ins; ask the staff of the course.",
  },

  review: {
    title: "Ask for a review",
    about: "Staff see your question beside your hand-in. You can ask again once they have closed it.",
    text: "What should be looked at again, and why?",
    send: "Ask",
    asked: (time: string): string => `You asked at ${time}, and staff will look at it:`,
    closed: (time: string): string => `Staff closed your question of ${time}.`,
    isOpen: "you have asked already, and staff have not closed it yet",
    nothingThere: "there is no hand-in of yours that could be looked at; hand in first",
    staffTitle: "Asked by the learner",
    answer: "Answer (the learner sees it; may be empty)",
    close: "Close the question",
    closedBy: (by: string, time: string): string => `Closed by ${by}, ${time}`,
    closedBefore: "Somebody else has closed this question in the meantime.",
  },

  token: {
    title: "Hand in without this page",
    about:
      "With a token, `nablab submit` and `submit()` in a notebook hand in for you. Keep it to yourself: whoever has it can hand in under your name.",
    none: "You have no token.",
    made: (time: string): string => `Your token was made at ${time}. It cannot be shown again.`,
    make: "Make a token",
    replace: "Replace it",
    revoke: "Revoke it",
    shown: "Your token. It is shown once, and replaces any earlier one:",
    how: "In a terminal, `nablab sign-in` asks for it and keeps it:",
    command: (origin: string): string => `nablab sign-in ${origin}`,
    back: "Back to my course",
  },

  help: {
    token: {
      description: "a token with which a learner hands in by `nablab submit`; it takes the place of an earlier one",
      logins: "the learners' logins",
      all: "everybody who has none, as a table: login, e-mail address, token",
      revoke: "take the token away",
      after: `
Examples:
  nablab gradebook token ada --db class.db
  nablab gradebook token --all --db class.db > tokens.csv

Each token is shown once; the gradebook keeps a hash of it.`,
    },
    perHour: "how many files a learner may hand in within an hour (20)",
    allowOrigin:
      "a site whose pages may hand in, such as https://course.example.org; may be repeated. Its address is nothing but scheme, name and port",
  },
  tokenFor: (login: string, token: string): string => `${login}: ${token}`,
  tokenRevoked: (login: string): string => `${login} has no token any more`,
  noTokenToRevoke: (login: string): string => `${login} has no token`,
  whose: "name the learners, or give --all",
  origin: (given: string): string =>
    `--allow-origin is ${given}; expected an address such as https://course.example.org, without a path`,
};
