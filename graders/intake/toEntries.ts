import type { Assignment } from "../../src/check/contract";
import { type Reason, saying } from "../../src/words/Saying";
import type { SubmissionEntry } from "../engine/SubmissionEntry";
import { printable } from "../text/printable";
import { type Arrival, namesBelow, shownPath } from "./Arrival";
import { candidatesIn, extensionOf } from "./candidates";
import { type Chosen, chooseFile } from "./chooseFile";
import type { HandIn } from "./HandIn";
import type { Learner } from "./Learner";
import { nothingToGrade } from "./nothingToGrade";
import type { Teller } from "./Surveyor";
import { shownPaths } from "./shownPaths";
import { standInFor } from "./standInFor";
import { uniqueIds } from "./uniqueIds";

/** What stands for a learner's work: a file, or the reason why there is none. */
interface Standing {
  handIn: HandIn;
  file: Arrival;
  choice?: Chosen;
  others: Arrival[];
  problem?: Reason;
}

/** One for each learner who handed something in; in a group, all members have the same file. */
export async function toEntries(
  handIns: readonly HandIn[],
  assignment: Assignment,
  teller: Teller,
): Promise<SubmissionEntry[]> {
  const standings = await Promise.all(handIns.map((one) => standingOf(one, assignment, teller)));
  const rows = standings.flatMap((standing) => standing.handIn.learners.map((learner) => ({ learner, standing })));
  const files = rows.map(({ standing: { file } }) => file);
  const shown = shownPaths(files);
  const ids = uniqueIds(
    rows.map(({ learner }, i) => ({
      name: learner.id,
      shown: shown[i],
      key: `${shown[i]}\0${files[i].bytes?.toString("hex") ?? ""}\0${learner.id}`,
    })),
  );
  return rows.map(({ learner, standing: { handIn, file, choice, others, problem } }, i) => ({
    ...printableFields(learner),
    id: ids[i],
    file: file.path,
    below: namesBelow(file),
    extension: extensionOf(file),
    shown: printable(shown[i]),
    ...(handIn.late === undefined ? {} : { late: handIn.late }),
    ...(handIn.attempt === undefined ? {} : { attempt: handIn.attempt }),
    ...(choice ? { choice: { by: choice.by, others: others.map((one) => printable(shownPath(one))) } } : {}),
    ...(problem === undefined ? {} : { problem }),
    ...(file.time === undefined ? {} : { time: file.time }),
  }));
}

async function standingOf(handIn: HandIn, assignment: Assignment, teller: Teller): Promise<Standing> {
  const files = handIn.problem === undefined ? candidatesIn(handIn) : [];
  if (files.length === 0) {
    return { handIn, file: standInFor(handIn), others: [], problem: handIn.problem ?? nothingToGrade(handIn) };
  }
  const choice = files.length > 1 ? await chooseFile(files, assignment, teller) : undefined;
  const file = choice?.file ?? files[0];
  const others = files.filter((one) => one !== file);
  const other = await otherAssignment(file, assignment, teller);
  const problem = other === null ? {} : { problem: saying("engine", "otherAssignment", other, assignment.slug) };
  return { handIn, file, others, ...(choice ? { choice } : {}), ...problem };
}

/**
 * The assignment that a file is of, if it is another one: by what it says, or by its functions if it says nothing. Who
 * defines every graded function is graded all the same. Null if it is not clear.
 */
async function otherAssignment(file: Arrival, assignment: Assignment, teller: Teller): Promise<string | null> {
  const { slug, declared, share: elsewhere } = await teller.tell(file);
  if (slug === null || slug === assignment.slug) return null;
  const share = await teller.shareOf(file, assignment);
  if (declared) return share === 1 ? null : slug;
  return share < 0.5 && elsewhere >= 0.5 ? slug : null;
}

/** As it may be shown, without what is empty. */
function printableFields(learner: Learner): Partial<Learner> {
  const fields = Object.entries(learner).map(([key, value]) => [key, printable(String(value).normalize("NFC")).trim()]);
  return Object.fromEntries(fields.filter(([, text]) => text !== ""));
}
