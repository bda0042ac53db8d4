import { crc32, gzipSync } from "node:zlib";
import { gunzipSync } from "fflate";
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
  const graded = parseGraded(textOf(bytes));
  if (!graded) throw new Error(words.gradebook.grading.damagedDetail);
  return graded;
}

/** Room for what is unpacked, one detail after the other; hardly any is larger. */
const room = new Uint8Array(256 * 1024);

/**
 * A class has thousands of details. Of each, `node:zlib` keeps memory until all of it is tidied: 30 MB more for a thousand.
 *
 * @returns nothing where the bytes are damaged
 */
function textOf(bytes: Uint8Array): string {
  // The last eight bytes are a checksum, and the size of what is packed.
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-8);
  if (end.byteLength < 8) return "";
  const size = end.readUInt32LE(4);
  try {
    const text = gunzipSync(bytes, size > room.byteLength ? {} : { out: room.subarray(0, size) });
    const whole = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
    return crc32(whole) === end.readUInt32LE(0) ? whole.toString("utf8") : "";
  } catch {
    return "";
  }
}
