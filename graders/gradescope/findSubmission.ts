import type { Assignment } from "../../src/check/contract";
import { words } from "../../src/words/words";
import { nameOf } from "../course/folderOf";
import type { SubmissionEntry } from "../engine/SubmissionEntry";
import { namesBelow, shownPath } from "../intake/Arrival";
import { candidatesIn, extensionOf } from "../intake/candidates";
import { chooseFile } from "../intake/chooseFile";
import { listFolder } from "../intake/listFolder";
import { Surveyor } from "../intake/Surveyor";
import type { ReaderPool } from "../sandbox/host/ReaderPool";
import { printable } from "../text/printable";

const id = "submission";

/**
 * The notebook of a submission, or else its script, at any depth: students also hand in zip files and repositories. Of
 * several, one is chosen as `nablab grade` does. Links are not followed.
 *
 * @throws Error when the folder does not exist
 */
export async function findSubmission(
  folder: string,
  assignment: Assignment,
  readers: ReaderPool,
): Promise<SubmissionEntry> {
  const { arrivals } = listFolder(folder);
  const files = candidatesIn({ files: arrivals });
  if (files.length === 0) return { id, file: folder, problem: words.gradescope.noFile(`${nameOf(assignment)}.ipynb`) };
  const { file, by } = await chooseFile(files, assignment, new Surveyor([assignment], readers));
  const shownOf = (one: typeof file): string => printable(shownPath(one));
  const others = files.filter((one) => one !== file).map(shownOf);
  const choice = others.length > 0 ? { choice: { by, others } } : {};
  return {
    id,
    file: file.path,
    below: namesBelow(file),
    extension: extensionOf(file),
    shown: shownOf(file),
    ...choice,
  };
}
