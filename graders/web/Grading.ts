import { words } from "../../src/words/words";
import type { Queue } from "../gradebook/queue/Queue";
import { Refusal } from "../gradebook/Refusal";
import type { RunRow } from "../gradebook/schema";

/** Who grades what waits in the gradebook. */
export type Grader =
  /** The dashboard, whenever something waits. */
  | { kind: "here" }
  /** Another program has the right to grade; the dashboard goes on when that one ends. */
  | { kind: "elsewhere" }
  /** The dashboard is to grade, and cannot start: why. */
  | { kind: "stopped"; message: string }
  /** Workers, where many machines share the gradebook: so many can grade what waits or, where none can, live. */
  | { kind: "workers"; count: number }
  /** The dashboard was told not to. */
  | { kind: "nobody" };

/** A file that was handed in, as intake chose and read it. */
export interface TakenFile {
  bytes: Buffer;
  fileName: string;
  /** Why nothing in it can be graded; continues the file's name. */
  problem?: string;
  /** The assignment that the file is of, where that was asked, and can be told. */
  slug?: string;
}

/** Grading, which goes on in another process, as pages see it. */
export interface Grading {
  grader(): Grader;
  /** The conditions under which a run is graded now, if they have been asked for since the checks last changed. */
  installed(slug: string): string | null;
  /**
   * The conditions under which a run is graded now, as `takeHandIn` and `beginRegrade` ask for them.
   *
   * @throws Refusal when the assignment is not in the course, or cannot be loaded
   */
  conditionsFor(run: Pick<RunRow, "slug">): Promise<string>;
  /**
   * Takes a file as `nablab grade` would: out of an archive, the notebook of this assignment.
   *
   * @param run null when the file has to say of which assignment it is
   * @throws Refusal as {@link conditionsFor}
   */
  take(run: Pick<RunRow, "slug"> | null, fileName: string, bytes: Buffer): Promise<TakenFile>;
  /** Where attempts are added, in the caller's transaction. */
  queue: Pick<Queue, "add">;
  /** What verdicts that need no grading say who gave them. */
  worker: string;
}

/** Of pages that only show what was graded elsewhere. */
export const noGrading: Grading = {
  grader: () => ({ kind: "nobody" }),
  installed: () => null,
  conditionsFor: refuse,
  take: refuse,
  queue: { add: refuse },
  worker: "",
};

async function refuse(): Promise<never> {
  throw new Refusal(words.dashboardLive.grading.notHere);
}
