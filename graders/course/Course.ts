import type { Assignment } from "../../src/check/contract";

/** The course that a command works on. Made once, by `openCourse`, and passed to whatever needs it. */
export interface Course {
  /** The heading of what learners get. */
  title: string;
  /** Its folder; this path and the following ones are absolute. */
  root: string;
  /** The folder that contains the assignments' folders and the registry. */
  folder: string;
  /** In order. */
  assignments: readonly Assignment[];
  /** Where `nablab build` puts the learners' notebooks. */
  notebooks: string;
}
