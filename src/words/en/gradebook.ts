import { grammar } from "./grammar";

type WrongSchema = "empty" | "older" | "newer" | "foreign";

/** About the gradebook: what it refuses, and what its commands say. */
export const gradebook = {
  store: {
    missing: (path: string): string => `there is no gradebook ${path}; \`nablab gradebook init\` makes one`,
    wrongSchema: (path: string, state: WrongSchema): string => `${path} ${schemas[state]}`,
    folder: (path: string): string => `${path} is a folder; name a file, such as class.db`,
    noFolder: (path: string): string => `there is no folder ${path}; make it first`,
    network: (path: string): string =>
      `${path} is on a disk of another machine, where two programs would damage it; name a local file, or a postgres:// address`,
    otherOrder: (shown: string, order: string): string =>
      `${shown} sorts text as ${order}; make the database with LC_COLLATE 'C'`,
  },

  course: {
    none: "this gradebook has no course yet; `nablab gradebook init --title <title>` makes it",
    noTitle: 'a new gradebook needs the title of the course: --title "Deep learning, autumn 2026"',
    unknownZone: (zone: string): string => `there is no time zone "${zone}"; name one such as Europe/Vienna`,
  },

  run: {
    noneYet: (slug: string): string => `no run is open yet; \`nablab gradebook run ${slug}\` opens one`,
    unknown: (slug: string, near: readonly string[]): string =>
      `there is no run "${slug}"; did you mean ${grammar.or(near)}?`,
    freeDaysOfBest: (slugs: readonly string[]): string =>
      `free days need runs in which the last hand-in counts (--counts last), and in ${grammar.and(slugs)} it is the best`,
    order: (first: "opens" | "due", second: "due" | "closes"): string =>
      `--${second} has to come after --${first}; change one of them`,
  },

  person: {
    unknown: (login: string, near: readonly string[]): string =>
      near.length === 0
        ? `nobody has the login "${login}"; \`nablab gradebook totals\` lists everybody`
        : `nobody has the login "${login}"; did you mean ${grammar.or(near)}?`,
    twice: (file: string, login: string): string =>
      `${file} gives the login "${login}" to several people; correct it, and import it again`,
  },

  grading: {
    killed: (tries: number): string => `the grader ended ${tries} times while it graded this`,
    damagedDetail: "a verdict in the gradebook is damaged; restore a backup",
  },

  policy: {
    notJson: "the policy is not JSON",
    notAnObject: 'the policy is not an object such as { "per": "day", "deduct": 0.1 }',
    unknown: (name: string, known: readonly string[]): string =>
      `the policy has no "${name}"; known: ${known.join(", ")}`,
    wrong: (name: keyof typeof policyValues, given: string): string =>
      `the policy's "${name}" is ${given}; expected ${policyValues[name]}`,
    freeDaysByHour: 'free days are days: they need "per": "day"',
  },

  /** What the database itself reports. */
  database: {
    busy: (shown: string): string => `another program is writing to ${shown}; try again`,
    readOnly: (shown: string): string => `${shown} is read-only for you`,
    unreadable: (shown: string): string => `${shown} cannot be read or written; look at its folder and its disk`,
    damaged: (shown: string): string => `${shown} is damaged; restore a backup`,
    full: (shown: string): string => `the disk of ${shown} is full; nothing of this was recorded`,
    foreign: (shown: string): string => `${shown} is not a gradebook; name another file`,
    denied: (shown: string): string => `${shown} refuses this user; look at the name, the password and the rights`,
    noDatabase: (shown: string): string => `there is no such database: ${shown}; make it with createdb`,
    gone: (shown: string): string => `no database answers at ${shown}; start it, or correct the address`,
  },
};

const schemas: Record<WrongSchema, string> = {
  empty: "has no tables yet; `nablab gradebook init` makes them",
  older: "is of an earlier version; `nablab gradebook init` migrates it (make a backup first)",
  newer: "is of a later version of nablab; use that one",
  foreign: "is a database of another program; name another file",
};

const policyValues = {
  grace: "minutes, 0 or more",
  per: '"day" or "hour"',
  deduct: "a share from 0 to 1 for each day or hour",
  of: '"max" or "earned"',
  upTo: "a share from 0 to 1",
  freeDays: "a whole number of days, 0 or more",
};
