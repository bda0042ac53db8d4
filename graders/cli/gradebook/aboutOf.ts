import { titlesOf } from "../../course/titlesOf";
import type { ReportAbout } from "../../gradebook/report";
import { namedAssignment } from "../assignmentFor";
import { courseInUse } from "../courseInUse";
import { version } from "../version";

/** What a report on a run of this assignment says besides results, from the course that is in use. */
export async function aboutOf(slug: string): Promise<ReportAbout> {
  const course = await courseInUse();
  const assignment = namedAssignment(slug, course.assignments);
  const versions = { nablab: version, node: process.version };
  return { assignment, titles: await titlesOf(course, assignment), versions };
}
