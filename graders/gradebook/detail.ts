import { gunzipSync, gzipSync } from "node:zlib";
import { words } from "../../src/words/words";
import { withAbout } from "../engine/About";
import type { GradedSubmission } from "../engine/gradeSubmission";
import { parseGraded } from "../engine/parseGraded";

/**
 * A verdict as it is kept: about a submission, by its id, and not about a person, of whom the tables say who it is.
 *
 * @param fileName as the learner named it
 */
export function packDetail(graded: GradedSubmission, submission: string, fileName: string): Uint8Array {
  const { choice } = graded.result;
  const about = { file: fileName, ...(choice ? { choice } : {}) };
  return gzipSync(JSON.stringify({ ...graded, result: withAbout({ ...graded.result, id: submission }, about) }));
}

/** @throws Error when it is not what {@link packDetail} made */
export function unpackDetail(bytes: Uint8Array): GradedSubmission {
  const graded = parseGraded(gunzipSync(bytes).toString("utf8"));
  if (!graded) throw new Error(words.gradebook.grading.damagedDetail);
  return graded;
}
