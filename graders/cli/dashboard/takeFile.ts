import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Assignment } from "../../../src/check/contract";
import { said } from "../../../src/words/Saying";
import type { Course } from "../../course/Course";
import { nameOf } from "../../course/folderOf";
import type { Arrival } from "../../intake/Arrival";
import { candidatesIn } from "../../intake/candidates";
import type { HandIn } from "../../intake/HandIn";
import { plain } from "../../intake/layouts/plain";
import { Surveyor, type Teller, type Told } from "../../intake/Surveyor";
import { takeIn } from "../../intake/takeIn";
import { toEntries } from "../../intake/toEntries";
import type { ReaderPool } from "../../sandbox/host/ReaderPool";
import { namedAssignment } from "../assignmentFor";
import type { TakenPath } from "./messages";

/**
 * What one learner handed in, as one file: of an archive, the notebook of this assignment.
 *
 * @param slug of the assignment; null when the file has to tell it
 * @param path of a file that is alone in its folder, and that one in another; what an archive holds is put beside them
 */
export async function takeFile(
  course: Course,
  readers: ReaderPool,
  slug: string | null,
  path: string,
): Promise<TakenPath> {
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
  const teller = new Listening(new Surveyor(assignments, readers));
  const told = slug ?? (await slugOf(handIns, teller));
  const about = slug === null && told !== null ? { slug: told } : {};
  // Where no assignment is told, any of them finds what cannot be read.
  const assignment = told === null ? assignments[0] : namedAssignment(told, assignments);
  const [entry] = await toEntries(handIns, assignment, teller);
  if (!entry) return { path, fileName: basename(path), ...about };
  const { file, below, shown } = entry;
  const isOfAny = told === null && handIns.some((one) => candidatesIn(one).length > 0);
  const problem = (isOfAny ? undefined : entry.problem) ?? teller.problems.get(file);
  return {
    path: file,
    below,
    fileName: basename(shown ?? file),
    ...about,
    ...(problem === undefined ? {} : { problem: said(problem) }),
  };
}

/** The only assignment that the files are of. */
async function slugOf(handIns: readonly HandIn[], teller: Teller): Promise<string | null> {
  const told = await Promise.all(handIns.flatMap(candidatesIn).map((file) => teller.tell(file)));
  const slugs = new Set(told.map(({ slug }) => slug).filter((slug) => slug !== null));
  return slugs.size === 1 ? [...slugs][0] : null;
}

/** Remembers why files tell nothing: they cannot be graded either. */
class Listening implements Teller {
  /** By path. */
  readonly problems = new Map<string, string>();

  constructor(private readonly teller: Teller) {}

  async tell(file: Arrival): Promise<Told> {
    const told = await this.teller.tell(file);
    if (told.problem !== undefined) this.problems.set(file.path, told.problem);
    return told;
  }

  shareOf(file: Arrival, assignment: Assignment, written?: boolean): Promise<number> {
    return this.teller.shareOf(file, assignment, written);
  }
}
