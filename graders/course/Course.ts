import type { Assignment } from "../../src/check/contract";
import type { ForeignLocale } from "../../src/words/locale";

/** The course that a command works on. Made once, by `openCourse`, and passed to whatever needs it. */
export interface Course {
  /** The heading of what learners get. */
  title: string;
  /** The same in other languages, as far as the course says it. */
  titles?: Partial<Record<ForeignLocale, string>>;
  /** Its folder; this path and the following ones are absolute. */
  root: string;
  /** The folder that contains the assignments' folders and the registry. */
  folder: string;
  /** In order. */
  assignments: readonly Assignment[];
  /** Where `nablab build` puts the learners' notebooks. */
  notebooks: string;
}
