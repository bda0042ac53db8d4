import { words } from "../../../src/words/words";
import type { StaffComment } from "../../engine/gradeSubmission";
import type { FunctionResult, SubmissionResult } from "../../engine/results";
import { commentLines } from "../commentLines";
import { markOf } from "../markOf";
import type { Format, Report } from "../Report";
import { remarkLines } from "../remarkLines";
import { exactRow, importRow } from "./csvRow";

/**
 * Moodle's grade import. Columns are mapped in Moodle: one of the first to the user, the others to grade and feedback.
 * Students without a score have no row: an empty grade would delete an existing one, with or without feedback.
 */
export const moodle: Format = {
  name: "moodle",
  description: words.report.formats.moodle,
  files: (report) => [{ path: "moodle.csv", chunks: rows(report) }],
  leavesOut: (report) => {
    const identities = identitiesIn(report);
    return scored(report).flatMap((owner) => (isNamed(owner, identities) ? [] : [owner.id]));
  },
};

type Owner = Pick<SubmissionResult, "id" | "login" | "email">;

/** Something by which Moodle finds a user. */
interface Identity {
  column: string;
  of(owner: Owner): string | undefined;
}

const username: Identity = { column: "username", of: ({ login }) => login };
const email: Identity = { column: "email", of: (owner) => owner.email };
/** Where nothing is known but the names of files. */
const id: Identity = { column: "username", of: (owner) => owner.id };

function* rows(report: Report): Generator<string> {
  const { assignment, title = assignment.title } = report;
  const identities = identitiesIn(report);
  const columns = identities.map(({ column }) => column);
  yield exactRow([...columns, title, words.report.moodleFeedback(title)]);
  for (const { result, comments = [] } of report.submissions()) {
    const mark = markOf(result);
    if (mark === null || !isNamed(result, identities)) continue;
    yield importRow([...identities.map(({ of }) => of(result)), mark, feedbackOn(result.functions, comments)]);
  }
}

/**
 * Those that are known of everybody. A row in which Moodle finds no user stops the whole import, and one in which that
 * cell is empty gives its grade to the user of the row above.
 */
function identitiesIn(report: Report): Identity[] {
  const owners = scored(report);
  const knownOf = ({ of }: Identity): number => new Set(owners.map(of).filter((one) => one !== undefined)).size;
  const complete = [username, email].filter((one) => knownOf(one) === owners.length);
  if (complete.length > 0) return complete;
  if (knownOf(username) + knownOf(email) === 0) return [id];
  return [knownOf(username) >= knownOf(email) ? username : email];
}

function isNamed(owner: Owner, identities: readonly Identity[]): boolean {
  return identities.every(({ of }) => of(owner) !== undefined);
}

/** Whose submissions have a score; of a large class, no more than that. */
function scored({ submissions }: Report): Owner[] {
  const owners: Owner[] = [];
  for (const { result } of submissions()) {
    if (markOf(result) !== null) owners.push({ id: result.id, login: result.login, email: result.email });
  }
  return owners;
}

/** The first problem in each function, then remarks on the code, and what staff say. */
function feedbackOn(functions: readonly FunctionResult[], comments: readonly StaffComment[]): string {
  const wrong = functions.filter(({ status }) => status !== "correct");
  const first = wrong.map(({ name, checks }) => `${name}: ${checks.find(({ message }) => message)?.message ?? ""}`);
  return [...first, ...remarkLines(functions), ...commentLines(comments)].join(" ");
}
