/**
 * A hand-in as the gradebook tells its own learner: what it is, and the verdict as far as learners may know it. Before the
 * run's marks are released, that is the public checks; hidden ones are not even counted.
 */
export interface HandInAnswer {
  id: string;
  /** The assignment's slug. */
  run: string;
  /** The assignment's title. */
  title: string;
  fileName: string;
  /** When it came first, by the server's clock: ISO 8601 in UTC. */
  received: string;
  /** `fault`: something of the course's went wrong, which is never counted against anybody. */
  state: "waiting" | "graded" | "not-gradable" | "fault";
  /** Whether hidden checks are among what follows. */
  released: boolean;
  /** Why it is not gradable, in a sentence that continues the file's name. */
  error?: string;
  /** What the checks earned that are shown, and what they are worth; once it is graded. */
  points?: number;
  maxPoints?: number;
  /** In the assignment's order; once it is graded. */
  functions?: FunctionAnswer[];
  /** The path of the page that shows it, on the same server. */
  page: string;
}

/** One graded function, by the checks that are shown. */
export interface FunctionAnswer {
  name: string;
  status: CheckAnswer["status"] | "not-defined";
  points: number;
  maxPoints: number;
  /** Judged with the reference in place of the wrong functions that it calls. */
  followThrough: boolean;
  checks: CheckAnswer[];
  /** On how it is written; they cost no points. */
  remarks: string[];
}

export interface CheckAnswer {
  title: string;
  status: "correct" | "partial" | "incorrect" | "not-implemented";
  points: number;
  maxPoints: number;
  /** Never true before the marks are released. */
  hidden: boolean;
  /** Empty when there is nothing to say. */
  message: string;
}

/** Why something was not taken, or is not told. */
export interface RefusalAnswer {
  /** One sentence for people, which says what to do. */
  error: string;
  code: RefusalCode;
}

/** For programs: what a sentence says may change, and these do not. */
export type RefusalCode =
  /** No token, or one that nobody has. */
  | "token"
  /** There is no such run, or no such hand-in of this learner's. */
  | "unknown"
  | "early"
  | "closed"
  /** It cannot be read, is of another assignment, or does not say of which. */
  | "file"
  | "too-large"
  /** Too many within an hour. */
  | "limit"
  /** Not now: nothing was recorded, and the same may be sent again. */
  | "later";

/** What a token's owner can hand in. */
export interface CourseAnswer {
  course: string;
  /** The time zone of the course, such as `Europe/Vienna`; the times are in UTC. */
  zone: string;
  /** In the order in which they are due. */
  runs: RunAnswer[];
}

export interface RunAnswer {
  /** The assignment's slug. */
  run: string;
  title: string;
  state: "early" | "open" | "closed";
  opens: string | null;
  /** The run's, or the learner's own. */
  deadline: string | null;
  closes: string | null;
}
