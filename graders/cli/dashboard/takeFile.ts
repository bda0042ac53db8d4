import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { said } from "../../../src/words/Saying";
import type { Course } from "../../course/Course";
import { nameOf } from "../../course/folderOf";
import { plain } from "../../intake/layouts/plain";
import { Surveyor } from "../../intake/Surveyor";
import { takeIn } from "../../intake/takeIn";
import { toEntries } from "../../intake/toEntries";
import type { ReaderPool } from "../../sandbox/host/ReaderPool";
import { namedAssignment } from "../assignmentFor";
import type { TakenPath } from "./messages";

/**
 * What one learner handed in, as one file: of an archive, the notebook of this assignment.
 *
 * @param path of a file that is alone in its folder, and that one in another; what an archive holds is put beside them
 */
export async function takeFile(course: Course, readers: ReaderPool, slug: string, path: string): Promise<TakenPath> {
  const { assignments } = course;
  const whole = dirname(dirname(path));
  let count = 0;
  const newFolder = (): string => {
    count += 1;
    const folder = join(dirname(whole), `unpacked-${count}`);
    mkdirSync(folder);
    return folder;
  };
  const { handIns } = await takeIn([whole], { layout: plain, released: assignments.map(nameOf), newFolder });
  const [entry] = await toEntries(handIns, namedAssignment(slug, assignments), new Surveyor(assignments, readers));
  if (!entry) return { path, fileName: basename(path) };
  const { file, below, shown, problem } = entry;
  return {
    path: file,
    below,
    fileName: basename(shown ?? file),
    ...(problem === undefined ? {} : { problem: said(problem) }),
  };
}
