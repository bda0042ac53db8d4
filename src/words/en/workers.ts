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
  ended: (graded: number, faults: number, late: number): string =>
    `graded ${graded}${faults === 0 ? "" : `, ${grammar.counted(faults, "grader fault")}`}${late === 0 ? "" : `, ${late} too late`}`,
};
