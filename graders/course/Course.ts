import type { Assignment } from "../../src/check/contract";

/** The course that a command works on. Made once, by `openCourse`, and handed to whoever needs it. */
export interface Course {
  /** The heading of what learners get. */
  title: string;
  /** Its folder, absolute, as the following ones are. */
  root: string;
  /** Where the assignments' folders are, and the registry beside them. */
  folder: string;
  /** In order. */
  assignments: readonly Assignment[];
  /** Where `nablab build` puts the learners' notebooks. */
  notebooks: string;
}
