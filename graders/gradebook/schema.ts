/**
 * What is in the gradebook, table by table: alike in SQLite and in PostgreSQL. Ids are UUIDv7 as text, times ISO 8601 in
 * UTC as text (so that they sort as they follow each other), structures are JSON as text, and yes and no are 1 and 0.
 * Bytes are the one type that differs: `blob` and `bytea`.
 */
export interface Gradebook {
  course: {
    id: string;
    title: string;
    /** That of deadlines and late days: `Europe/Vienna`. */
    zone: string;
    /** A `LatePolicy` as JSON. */
    policy: string;
  };
  person: {
    id: string;
    course: string;
    /** Unique in the course. */
    login: string;
    name: string;
    email: string | null;
    role: "learner" | "grader" | "staff";
    section: string | null;
    /** What the platform calls them, such as Canvas's number. */
    lmsId: string | null;
    /** When their name, login and code were erased. */
    erased: string | null;
  };
  run: RunRow;
  extension: { run: string; person: string; due: string; reason: string };
  content: {
    sha256: string;
    /** Of the file as it was handed in, gzipped. */
    bytes: Uint8Array;
  };
  submission: {
    id: string;
    run: string;
    person: string;
    sha256: string;
    /** As the learner named it; says whether it is a notebook or a script. */
    fileName: string;
    /** When it came first, which is what lateness is counted to. */
    received: string;
    /** When the very same file came last, which decides what is the last hand-in. */
    latest: string;
    /** By which way it came: `grade`; `upload`, by staff; `page` and `submit`, by learners themselves. */
    source: string;
  };
  attempt: AttemptRow;
  result: {
    attempt: string;
    status: "graded" | "not-gradable";
    score: number | null;
    error: string | null;
    /** A `GradedSubmission` as JSON, gzipped. */
    detail: Uint8Array;
    /** The process that graded it. */
    worker: string;
    at: string;
  };
  /** What one function of an attempt earned. */
  part: {
    attempt: string;
    name: string;
    status: string;
    points: number;
    maxPoints: number;
    misconception: string | null;
    /** 1 when it was judged with references in place of wrong functions that it calls. */
    followThrough: number;
  };
  regrade: RegradeRow;
  override: {
    id: string;
    run: string;
    person: string;
    /** Of which a function's points are replaced; null for the mark of the whole run. */
    submission: string | null;
    name: string | null;
    points: number;
    reason: string;
    /** The grader's own points then. */
    automatic: number | null;
    by: string;
    at: string;
    revoked: string | null;
  };
  comment: {
    id: string;
    submission: string;
    name: string | null;
    line: number | null;
    text: string;
    saved: string | null;
    by: string;
    at: string;
  };
  savedComment: {
    id: string;
    course: string;
    name: string | null;
    misconception: string | null;
    text: string;
    points: number | null;
  };
  /** A copy of what `gradesOf` says, with a version that every change raises. */
  grade: {
    run: string;
    person: string;
    attempt: string | null;
    raw: number | null;
    penalty: number;
    final: number | null;
    version: number;
  };
  /** When a run's hand-ins were compared with each other last. */
  comparison: {
    run: string;
    /** Hash of the submissions' ids, which tells whether others count now. */
    of: string;
    /** How many were compared. */
    compared: number;
    at: string;
  };
  /** Two submissions that are more alike than most: of each pair, the one with the smaller id is on the left. */
  alikePair: {
    run: string;
    left: string;
    right: string;
    /** How much of both is in common, from 0 to 1. */
    similarity: number;
    /** How many fingerprints of both together are in common. */
    common: number;
  };
  /** A submission that could not be compared. */
  notCompared: { run: string; submission: string; reason: string };
  /** What staff note about two people whose hand-ins are alike. Theirs alone: learners never see it. */
  pairNote: { id: string; run: string; left: string; right: string; text: string; by: string; at: string };
  /** The marks that a platform is told. */
  passback: {
    run: string;
    person: string;
    final: number | null;
    /** `changed` when the LMS has another mark than it was sent, which is not overwritten unasked. */
    state: "due" | "sent" | "refused" | "changed";
    /** What the LMS said, or has. */
    answer: string | null;
    at: string;
    /** How often it was tried since it became due, and when it is tried again. */
    tries: number;
    next: string | null;
    /** What the LMS was sent last. */
    sent: number | null;
    /** 1 when staff want it to take the place of whatever the LMS has. */
    forced: number;
  };
  /** Who somebody in an LMS is. */
  lmsPerson: { platform: string; subject: string; person: string };
  /** Where a run is linked in an LMS. */
  lmsLink: {
    run: string;
    /** Its issuer, and the client and deployment that it calls us. */
    platform: string;
    client: string;
    deployment: string;
    /** Where marks go, and where people are; null where the LMS does not say. */
    scores: string | null;
    members: string | null;
    /** Where a column for marks can be made, if there is none. */
    lineItems: string | null;
    /** What it grants, as a list in JSON. */
    scopes: string;
    at: string;
  };
  worker: WorkerRow;
  signIn: { hash: string; person: string; until: string };
  /** What a learner's programs show to hand in: one for each learner. */
  submitToken: { person: string; hash: string; made: string };
  /** A learner asks staff to look at a run's mark again. */
  review: {
    id: string;
    run: string;
    person: string;
    text: string;
    at: string;
    /** When staff closed it; null while it is open. */
    closed: string | null;
    /** Who closed it, and what the learner is told. */
    by: string | null;
    answer: string | null;
  };
  /** A sign-in that has begun elsewhere; it is good for minutes, and for one use. */
  pendingSignIn: {
    /** Hash of the state that comes back, and of the cookie of the browser that it has to come back from. */
    state: string;
    browser: string;
    nonce: string;
    /** PKCE's; null where the way does without. */
    verifier: string | null;
    /** What an LMS sent to begin it, as a query. */
    hints: string | null;
    until: string;
  };
  /** Who changed what. Names nobody: rows are named by their ids. */
  audit: {
    id: string;
    at: string;
    by: string;
    what: string;
    about: string;
    before: string | null;
    after: string | null;
  };
}

/** An assignment as it is given out once: its seed, its times, and which hand-in counts. */
export interface RunRow {
  id: string;
  course: string;
  /** The assignment's. */
  slug: string;
  title: string;
  seed: number;
  maxScore: number;
  opens: string | null;
  due: string | null;
  closes: string | null;
  /** Since when learners see marks and hidden checks. */
  released: string | null;
  counts: "best" | "last";
  anonymous: number;
  /** How many files a learner may hand in within an hour. */
  perHour: number;
}

/** One grading of a submission. Under the same conditions there is never a second. */
export interface AttemptRow {
  id: string;
  submission: string;
  /** Hash of the checks, the seed, the limits and the grader. */
  conditions: string;
  why: "submitted" | "regrade";
  state: "waiting" | "done" | "fault";
  /** How often it was begun. */
  tries: number;
  created: string;
  /** What went wrong the last time, on our side. */
  fault: string | null;
}

/** A process that grades; one that ended properly is not there any more. */
export interface WorkerRow {
  id: string;
  /** As its results name it: host and process. */
  name: string;
  /** Of nablab. */
  version: string;
  /** How many submissions it grades at a time, at most. */
  jobs: number;
  /** How many it had in hand when it was seen last. */
  running: number;
  /** Those that it can grade under, as a list in JSON. */
  conditions: string;
  started: string;
  /** When it said last that it lives, by the database's clock. */
  seen: string;
}

export interface RegradeRow {
  id: string;
  run: string;
  conditions: string;
  state: "grading" | "ready" | "applied" | "dropped";
  neverLower: number;
  by: string;
  at: string;
  /** Hash of the preview that was shown last. */
  preview: string | null;
  applied: string | null;
  /** The regrade that this one takes back, by id; null for one that has graded something. */
  undoes: string | null;
}
