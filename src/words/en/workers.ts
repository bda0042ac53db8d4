import { grammar } from "./grammar";

type Grader = { kind: "workers" | "preparing"; count: number } | { kind: "self" };

/** About workers, and what they and those who wait for them say. */
export const workers = {
  help: {
    description: "grade what waits in a gradebook in PostgreSQL, until it is ended",
    jobs: "how many submissions at the same time",
    perCourse: "how many of one course at the same time, by all workers together",
    after: `
Example:
  nablab worker --db postgres://nablab@db.example.org/course --jobs 4

It grades what \`nablab grade --to\`, \`nablab gradebook regrade\` and the dashboard add: live hand-ins first,
then classes, then regrades. SIGTERM ends it once it has finished what it has begun.`,
  },
  onlyPostgres: (path: string): string =>
    `${path} is a file, which one program grades: \`nablab grade --to\` or the dashboard. Workers need a gradebook at a postgres:// address`,
  grader: (grader: Grader): string => {
    if (grader.kind === "self") return "no worker has these conditions; this program grades";
    const count = grammar.counted(grader.count, "worker");
    return grader.kind === "workers" ? `waiting for ${count}` : `waiting until ${count} can grade this`;
  },
  started: (name: string, shown: string, jobs: number): string =>
    `worker ${name}: ${shown}, ${jobs} at the same time; SIGTERM ends it`,
  prepared: (slug: string, conditions: string): string => `can grade ${slug} (version ${conditions.slice(0, 8)})`,
  unprepared: (slug: string, problem: string): string => `cannot grade ${slug}: ${problem}`,
  otherConditions: (slug: string, count: number): string =>
    `${slug}: ${grammar.counted(count, "submission")} ${count === 1 ? "waits" : "wait"} for a regrade that was begun under other checks, limits or another version, and no worker has these conditions: drop it, and begin another`,
  fault: (login: string, slug: string, message: string): string => `grader fault: ${login}, ${slug}: ${message}`,
  database: {
    away: "the database has gone; waiting for it",
    back: "the database is there again",
  },
  stopping: (count: number): string =>
    count === 0
      ? "ending"
      : `ending when ${grammar.counted(count, "submission")} ${count === 1 ? "is" : "are"} finished`,
  page: {
    nav: "Grading",
    title: "Grading",
    who: "Who grades",
    here: "This dashboard grades what waits in the gradebook, whenever something does.",
    elsewhere: "Another program is grading this gradebook. The dashboard goes on when that one ends.",
    stopped: (message: string): string =>
      `Grading has stopped: ${message}. It is tried again every few seconds; what is handed in is taken, and waits.`,
    workers: (count: number, jobs: number): string =>
      count === 0
        ? "No worker is running; `nablab worker` starts one. What is handed in is taken, and waits."
        : `${grammar.counted(count, "worker")}, which can grade ${grammar.counted(jobs, "submission")} at the same time.`,
    nobody:
      "This dashboard does not grade: what is handed in waits for `nablab grade --to` or `nablab gradebook regrade`.",
    running: (count: number): string =>
      `${grammar.counted(count, "submission")} ${count === 1 ? "is" : "are"} being graded.`,
    versions: (versions: readonly string[]): string =>
      `They are of different versions of nablab: ${versions.join(", ")}. Each grades what waits under its own checks.`,
    workersTitle: "Processes that grade",
    nobodyLives: "None has said anything in the last 15 seconds.",
    worker: "Process",
    version: "nablab",
    jobs: "At the same time",
    has: "Grading now",
    canGrade: "Can grade",
    nothingYet: "nothing yet",
    canGradeOne: (slug: string, version: string): string => `${slug} (version ${version})`,
    started: "Since",
    waitingTitle: "What waits",
    nothingWaits: "Nothing waits.",
    run: "Run",
    why: "Why",
    whys: { submitted: "handed in", regrade: "regrade" },
    conditions: "Version of its checks",
    installed: (version: string): string => `${version} (installed here)`,
    waiting: "Wait",
    begun: "Begun",
    oldest: "Since",
    by: "Who can grade it",
    graders: {
      here: "this dashboard",
      elsewhere: "another program",
      stopped: "nobody, until grading goes on",
      nobody: "nobody now",
      workers: (count: number): string =>
        count === 0 ? "no worker has these conditions" : grammar.counted(count, "worker"),
    },
    notInstalled: "nobody: these checks are not installed any more",
    help: {
      submitted: (slug: string): string =>
        `Workers need some seconds to prepare for a run. If what was handed in for ${slug} stays here, they cannot grade it; their terminals say why.`,
      regrade: (slug: string): string =>
        `Nobody has the version under which the regrade of ${slug} was begun: start a worker of that version, or drop the regrade and begin another.`,
    },
    about:
      "A version stands for everything that a verdict depends on: the checks, the seed, the limits and the grader. Begun are those that are being graded, and those of which something went wrong and that are tried again, with nothing else beside them.",
    faultsTitle: "Grader faults",
    noFaults: "There are none.",
    faultsAbout:
      "They have no marks, and are never zeros. Once the cause is gone, the run's page has them graded again.",
    learner: "Learner",
    tries: "Tries",
    message: "What went wrong",
    first: (shown: number, all: number): string => `The first ${shown} of ${all}.`,
  },
  ended: (graded: number, faults: number, late: number): string =>
    `graded ${graded}${faults === 0 ? "" : `, ${grammar.counted(faults, "grader fault")}`}${late === 0 ? "" : `, ${late} too late`}`,
};
