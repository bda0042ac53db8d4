import { grammar } from "./grammar";

const waits = (count: number): string =>
  `${grammar.counted(count, "submission")} ${count === 1 ? "waits" : "wait"} to be graded`;

/** Grading from the dashboard, and how far it is. */
export const dashboardLive = {
  help: {
    jobs: "how many submissions are graded at the same time; 0: none (default: one more than there are processors)",
  },
  grading: {
    workers: "where many machines share a gradebook, the dashboard does not grade; leave out --grade-jobs",
    notHere: "these pages do not grade; start `nablab dashboard` where the course is",
    ended: "the process that grades has ended",
    cannotStart: (message: string): string => `grading cannot start: ${message}`,
    ending: "finishing what is being graded; Ctrl+C again ends it at once",
  },
  handIn: {
    title: "Hand in for this learner",
    run: "Run",
    file: "Notebook, .ts file, or a .zip of them",
    received: (zone: string): string => `Received (${zone}; empty: now)`,
    send: "Hand in",
    noFile: "Choose a file: a notebook, a .ts file, or a .zip of them.",
    closed: (slug: string, received: string): string =>
      `${slug} had closed at ${received}, and nothing was recorded; an extension lets the learner hand in later.`,
    early: (slug: string, received: string): string =>
      `${slug} was not open yet at ${received}, and nothing was recorded; look at the time.`,
  },
  waiting: {
    here: (count: number): string => `${waits(count)}. This dashboard grades them.`,
    elsewhere: (count: number): string =>
      `${waits(count)}. Another program is grading this gradebook; the dashboard goes on when that one ends.`,
    stopped: (count: number, message: string): string =>
      `${waits(count)}, and grading has stopped: ${message}. It is tried again every few seconds.`,
    workers: (count: number, workers: number): string =>
      workers === 0
        ? `${waits(count)}, and no worker is running; \`nablab worker\` starts one.`
        : `${waits(count)}, for ${grammar.counted(workers, "worker")}.`,
    unserved: (count: number): string =>
      `${waits(count)}, and no worker has these conditions; the page Grading says more.`,
    nobody: (count: number, slug: string): string =>
      `${waits(count)}, and this dashboard does not grade. \`nablab gradebook regrade ${slug}\` does.`,
    otherVersion: (count: number, slug: string): string =>
      `${waits(count)} under checks or a version of nablab that are not installed any more: drop the regrade of ${slug}, and begin another.`,
    faults: (count: number): string => `${grammar.counted(count, "grader fault")}.`,
    rate: (perMinute: number, minutes: number): string =>
      `${perMinute} a minute; about ${minutes === 0 ? "half a minute" : grammar.counted(minutes, "minute")} left.`,
    asOf: (time: string): string => `As of ${time}; load the page again to see how far it is.`,
    over: "Everything is graded. Load the page again to see the marks.",
  },
};
