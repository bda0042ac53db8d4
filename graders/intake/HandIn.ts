import type { Reason } from "../../src/words/Saying";
import type { Arrival } from "./Arrival";
import type { Learner } from "./Learner";

/** What a learner handed in, or a group of them together, before it is known which of the files counts. */
export interface HandIn {
  learners: Learner[];
  files: Arrival[];
  /** The learner's id is a number that only this assignment knows. */
  byName?: boolean;
  late?: boolean;
  attempt?: number;
  /** Why there is nothing to grade, where that is known already; continues the name of what arrived. */
  problem?: Reason;
}
