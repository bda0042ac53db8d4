import type { SubmittedFile } from "../engine/readSubmission";
import type { TitlesOf } from "./pages/submissionView";

/** What the pages ask of the course, whose assignments may be others than the gradebook's. */
export interface CourseOfPages {
  /** The titles of a run's checks; none for an assignment of another course. */
  titlesOf: TitlesOf;
  /** What learners were given for an assignment; null where that is not known. */
  starterOf(slug: string): SubmittedFile | null;
}
