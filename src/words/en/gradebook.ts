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
    badAddress: (shown: string, problem: string): string => `${shown} cannot be used as an address: ${problem}`,
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
    changedSince: "somebody else has changed this person in the meantime; look at them again",
    /** Stands where a verdict said why a file could not be graded. */
    erased: "erased with the learner's name",
    /** Takes the place of their name in what staff wrote about others. */
    erasedMention: "[erased]",
    tracesLeft: (shown: string): string =>
      `the person is erased, but traces are left in ${shown} while another program reads it; close that, and run this again`,
    twice: (file: string, login: string): string =>
      `${file} gives the login "${login}" to several people; correct it, and import it again`,
  },

  backup: {
    postgres: (shown: string): string => `${shown} is backed up by PostgreSQL's own pg_dump`,
    exists: (path: string): string => `${path} is there already; name another file`,
  },

  override: {
    points: (points: number, most: number): string => `${points} points cannot be given here; 0 to ${most} can`,
    nothingToRevoke: "there is nothing to revoke here; `nablab gradebook totals` shows which marks staff gave",
    notCounted: "another hand-in of this learner counts by now; give the points there",
    nothingGraded: "nothing of this learner's has been graded in this run; leave out --function to give the whole mark",
    unknownFunction: (name: string, near: readonly string[]): string =>
      `no function "${name}" was graded; did you mean ${grammar.or(near)}?`,
    conflict: "somebody else has changed this mark in the meantime; look at it again",
  },

  regrade: {
    otherConditions: (slug: string): string =>
      `the checks, or nablab, have changed since the regrade of ${slug} began; --drop it, and start another`,
    stillWaiting: (count: number): string =>
      `${grammar.counted(count, "submission")} still ${count === 1 ? "waits" : "wait"} to be graded; run the command without --apply first`,
    noPreview: "nobody has seen what this would change; run the command without --apply first",
    changedSince:
      "a mark has changed since the preview, and nothing was applied; run the command without --apply, and look again",
    nothingOpen: (slug: string): string => `there is no regrade of ${slug} to apply or drop; start one without these`,
    twoWays: "--apply, --drop and --undo exclude each other; leave all but one out",
    undoRunsNothing: "--undo grades nothing; leave out --only",
    openFirst: (slug: string): string => `a regrade of ${slug} is open; --apply or --drop it first`,
    undoOpen: (slug: string): string => `a regrade of ${slug} is about to be undone; --apply or --drop that first`,
    nothingToUndo: (slug: string): string => `no regrade of ${slug} is in effect; there is nothing to undo`,
    undoLowers: "an undo brings back the marks from before; leave out --never-lower",
    onlyApplied: "--never-lower goes with --apply; add it",
  },

  time: {
    wrong: (text: string): string => `"${text}" is not a time; write one such as "2026-12-01 23:59"`,
  },

  grading: {
    waits: "waits to be graded",
    unknownSubmission: "there is no such submission",
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

  /** What its commands say. */
  say: {
    noDb: "name the gradebook: --db class.db, or NABLAB_DB=class.db in the environment",
    initialized: (shown: string, was: "empty" | "older" | "current"): string => `${shown} ${initialized[was]}`,
    noPolicy: (path: string, code: string | undefined): string =>
      `the policy ${path} cannot be read (${code ?? "unknown error"})`,
    imported: (added: number, changed: number, same: number, gone: number): string =>
      `${added} new, ${changed} changed, ${same} as before, ${gone} not on this roster`,
    wouldImport: (summary: string): string => `would be: ${summary}; nothing was changed`,
    added: (logins: readonly string[]): string => `new: ${logins.join(", ")}`,
    changed: (login: string, fields: readonly string[]): string => `changed: ${login} (${fields.join(", ")})`,
    gone: (logins: readonly string[]): string => `not on this roster, and still in the course: ${logins.join(", ")}`,
    runOpened: (slug: string, seed: number): string => `opened ${slug} with seed ${seed}`,
    runChanged: (slug: string): string => `changed ${slug}`,
    runTimes: (due: string | null, closes: string | null, zone: string): string => {
      const times = [...(due === null ? [] : [`due ${due}`]), ...(closes === null ? [] : [`closes ${closes}`])];
      return times.length === 0 ? "no deadline" : `${times.join(", ")} (${zone})`;
    },
    extended: (login: string, slug: string, due: string, mark: string): string =>
      `${login} has until ${due} in ${slug}; mark: ${mark}`,
    overridden: (login: string, slug: string, mark: string): string => `${login} in ${slug}; mark: ${mark}`,
    /** Between the mark before a change and the one after it. */
    from: (before: string, after: string): string => (before === after ? after : `${before} → ${after}`),
    noPoints: "say how many points with --points, and why with --reason; or --revoke what was given",
    pointsAndRevoke: "--revoke takes back what was given: leave out --points and --reason",
    nobodyLate: "nobody was late",
    columns: {
      login: "login",
      name: "name",
      section: "section",
      run: "run",
      raw: "raw",
      penalty: "penalty",
      final: "final",
      total: "total",
      received: "received",
      deadline: "deadline",
      late: "late",
      freeDays: "free days",
      freeDaysLeft: "left",
      note: "note",
    },
    late: (units: number, per: "day" | "hour"): string => (units === 0 ? "" : grammar.counted(units, per)),
    extendedDeadline: "extension",
    given: "given by staff",
    wrote: (path: string): string => `wrote ${path}`,
    backedUp: (shown: string, path: string): string => `copied ${shown} to ${path}`,
    exported: (login: string, path: string, files: number): string =>
      `wrote ${path}: all that is known about ${login} (${files} files)`,
    erased: (login: string): string =>
      `erased ${login}; backups that were made before still hold the name and the code: delete them, or run this on them`,
    exportOrErase: "say what to do with --export <zip> or --erase",
    unknownFormat: (name: string, known: readonly string[]): string =>
      `there is no format "${name}" here; known formats: ${known.join(", ")}`,
    leftOut: (format: string, count: number): string =>
      `${format}.csv leaves out ${grammar.counted(count, "learner")} with a mark, whose username and address are unknown; import a roster that has them`,
  },

  /** What `nablab grade --to` says. */
  grade: {
    noRun: "say which run these hand-ins are of: --run <slug>",
    needsTo: (option: string): string => `${option} goes with --to <gradebook>; add it, or leave ${option} out`,
    notWith: (option: string): string => `${option} does not go with --to: ${notWith}; leave it out`,
    otherAssignment: (slug: string, asked: string): string =>
      `the run is of ${slug}, not of ${asked}; leave out --assignment`,
    notInCourse: (slug: string): string =>
      `the run is of ${slug}, which this course does not have; name it with --course`,
    unknown: (ids: readonly string[]): string =>
      `${grammar.counted(ids.length, "student")} who handed something in ${ids.length === 1 ? "is" : "are"} not in the gradebook (${grammar.first(ids)}); import a roster, or add --enrol`,
    needsReceived: (slug: string): string =>
      `${slug} has a deadline: say when the hand-ins came, with --received mtime (as their files say) or --received "2026-12-01 20:00"`,
    closed: (logins: readonly string[]): string =>
      `${grammar.counted(logins.length, "hand-in")} came after the run had closed, and ${logins.length === 1 ? "was" : "were"} not recorded (${grammar.first(logins)}); \`nablab gradebook extend\` lets a learner hand in later`,
    early: (logins: readonly string[]): string =>
      `${grammar.counted(logins.length, "hand-in")} came before the run opens, and ${logins.length === 1 ? "was" : "were"} not recorded (${grammar.first(logins)}); \`nablab gradebook run --opens\` lets it open earlier`,
    /** Stands for the score of a file that somebody else has handed in, too. */
    copied: "the same file was graded before",
    watching: "another program is grading this gradebook; waiting for it",
    recorded: (shown: string, added: number, known: number, faults: number): string =>
      `${shown}: ${added} recorded, ${known} there already${faults === 0 ? "" : `, ${grammar.counted(faults, "grader fault")}`}`,
  },

  /** About a regrade, when it is shown. */
  preview: {
    summary: (up: number, down: number, same: number): string => `up ${up}, down ${down}, same ${same}`,
    largestLoss: (points: string): string => `largest loss ${points}`,
    overrides: (count: number): string => `${grammar.counted(count, "override")} to look at`,
    parts: "functions:",
    part: (name: string, moved: number, by: string): string =>
      `  ${name}: ${grammar.counted(moved, "learner")}, ${by} in all`,
    moves: "learners:",
    moreMoves: (count: number): string => `  and ${count} more (--format json of totals shows all)`,
    override: (login: string, name: string | null, points: string, before: string, after: string): string =>
      `  look at ${login}${name === null ? "" : `, ${name}`}: staff gave ${points} when the grader had ${before}; now it has ${after}`,
    unmoved: (login: string, kind: "fault" | "not-gradable", message: string): string =>
      `  ${login} keeps the old mark: ${kind === "fault" ? "grader fault" : "not gradable"}: ${message}`,
    next: (slug: string): string =>
      `nothing has changed yet; \`nablab gradebook regrade ${slug} --apply\` lets it count, --drop forgets it`,
    nothing: (slug: string): string =>
      `${slug}: everything has been graded under the installed checks; nothing would change`,
    applied: (slug: string, changed: number): string =>
      `applied to ${slug}: ${grammar.counted(changed, "mark")} changed`,
    appliedBefore: (slug: string): string => `the regrade of ${slug} was applied before; nothing has changed`,
    dropped: (slug: string): string => `dropped the regrade of ${slug}; nothing has changed`,
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
    untrusted: (shown: string): string =>
      `${shown} shows a certificate that is not trusted for this name; name its authority in the address (sslrootcert=<file>), or correct the name`,
    plain: (shown: string): string =>
      `${shown} does not encrypt connections; switch that on there, or leave sslmode out of the address on a network that you trust`,
    noDatabase: (shown: string): string => `there is no such database: ${shown}; make it with createdb`,
    gone: (shown: string): string => `no database answers at ${shown}; start it, or correct the address`,
  },
};

const initialized = {
  empty: "was made",
  older: "was migrated",
  current: "is up to date",
};

const notWith = "a gradebook keeps the seed, the checks and the results itself, and `gradebook export` writes files";

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
