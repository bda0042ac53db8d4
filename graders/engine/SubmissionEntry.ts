import type { Reason } from "../../src/words/Saying";
import type { Learner } from "../intake/Learner";
import type { SubmissionResult } from "./results";

/** A file to grade, or the reason why there is nothing to grade, and whose it is. The ids of a run are unique. */
export interface SubmissionEntry extends Learner, Pick<SubmissionResult, "late" | "attempt" | "choice"> {
  /** Where it is read from. */
  file: string;
  /** How many names at the end of `file` may not be links; by default the last one. */
  below?: number;
  /** How it is read, if its name does not say so: `.ipynb` or `.ts`. */
  extension?: string;
  /** The file as results name it: its path below the folder that the command names, with `/`. By default its name. */
  shown?: string;
  /** Why there is nothing to grade. */
  problem?: Reason;
  /** When it was last changed, in milliseconds, if its archive says so. Otherwise the file does. */
  time?: number;
}
