/** The pages of a gradebook. */
export const dashboard = {
  help: {
    description: "the gradebook's pages, for staff, in a browser on this machine",
    port: "the port; any that is free by default",
    after: `
Example:
  nablab dashboard --db class.db

It prints an address that works once, and serves until it is stopped with Ctrl+C.`,
  },
  serving: (shown: string, address: string): string => `${shown}: open ${address} (it works once; Ctrl+C ends this)`,
  portTaken: (port: number): string => `another program has port ${port}; name another one, or leave out --port`,

  messages: {
    title: "nablab",
    wrongHost: "This page is not served under that name.",
    usedToken: "This address works once, and was used. Start `nablab dashboard` again for another one.",
    signIn: "Open the address that `nablab dashboard` has printed; it works once.",
    notFound: "There is no such page.",
    fault: "Something went wrong on our side; the terminal of `nablab dashboard` says more.",
  },
  frame: { navigation: "Runs", class: "Class", keys: "keys: j k / Enter" },
  class: {
    find: "Find a name or login",
    section: "Section",
    allSections: "all",
    show: "Show",
    learner: "Learner",
    total: "Total",
    nobody: "Nobody fits.",
    next: "next 100",
  },
  run: {
    due: (time: string, zone: string): string => `due ${time} (${zone})`,
    noDeadline: "no deadline",
    closes: (time: string): string => `closes ${time}`,
    counts: { best: "the best hand-in counts", last: "the last hand-in counts" },
    seed: (seed: number): string => `seed of the hidden checks ${seed}`,
    released: (time: string): string => `released ${time}`,
    notReleased: "not released to learners",
    mixed: (count: number, slug: string): string =>
      `The marks come from ${count} versions of the checks, the seed or the grader. \`nablab gradebook regrade ${slug}\` puts that right.`,
    handedIn: "handed in",
    waiting: "waiting to be graded",
    distribution: "Marks",
    marks: "Mark",
    learners: "Learners",
    functions: "Functions",
    function: "Function",
    correct: "Correct",
    facility: "Points earned",
    percent: (share: number): string => `${Math.round(100 * share)} %`,
    nothing: "Nothing has been graded yet.",
    misconceptions: "Most frequent misconceptions",
    misconception: "Misconception",
    troubles: "Without a verdict",
    noTroubles: "Everything that was handed in has one.",
    outcome: "Outcome",
    reason: "Reason",
    kinds: { "not-gradable": "not gradable", fault: "grader fault" },
  },
};
