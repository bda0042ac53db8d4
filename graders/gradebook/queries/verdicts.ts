import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { FunctionResult, SubmissionResult } from "../../engine/results";
import { unpackDetail } from "../detail";
import type { PersonRow } from "../people";
import type { Db } from "../Store";

/** The verdicts on these attempts, by attempt, as they were recorded. */
export async function verdictsOn(db: Db, attempts: readonly string[]): Promise<Map<string, GradedSubmission>> {
  const found = new Map<string, GradedSubmission>();
  for (let i = 0; i < attempts.length; i += most) {
    const rows = await db
      .selectFrom("result")
      .select(["attempt", "detail"])
      .where("attempt", "in", attempts.slice(i, i + most))
      .orderBy("attempt")
      .execute();
    for (const { attempt, detail } of rows) found.set(attempt, unpackDetail(detail));
  }
  return found;
}

/** So many values may be in a query of either database, and more. */
const most = 500;

/** How a person is named in results: as the platform knows them. */
export function namesOf({
  login,
  name,
  email,
  section,
  lmsId,
}: PersonRow): Pick<SubmissionResult, "id" | "login" | "name" | "email" | "section"> {
  const optional = Object.entries({ name, email, section }).filter(([, text]) => text !== null && text !== "");
  return { id: lmsId ?? login, login, ...(Object.fromEntries(optional) as { name?: string }) };
}

/** A verdict with the points that staff gave in place of the grader's. */
export function withPoints(result: SubmissionResult, given: ReadonlyMap<string, number>): SubmissionResult {
  if (result.score === null || given.size === 0) return result;
  const functions = result.functions.map(
    (one): FunctionResult => ({ ...one, points: given.get(one.name) ?? one.points }),
  );
  return { ...result, functions };
}
