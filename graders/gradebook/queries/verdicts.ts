import type { GradedSubmission } from "../../engine/gradeSubmission";
import type { FunctionResult, SubmissionResult } from "../../engine/results";
import { unpackDetail } from "../detail";
import type { PersonRow } from "../people";
import type { Db } from "../Store";

/** A verdict as it is kept, a quarter of its size: see {@link unpackDetail}. */
export interface PackedVerdict {
  submission: string;
  detail: Uint8Array;
}

/** The verdicts on these attempts, by attempt, as they were recorded. */
export async function verdictsOn(db: Db, attempts: readonly string[]): Promise<Map<string, GradedSubmission>> {
  const packed = await packedVerdictsOn(db, attempts);
  return new Map([...packed].map(([attempt, { detail }]) => [attempt, unpackDetail(detail)]));
}

/** The same for those who unpack one after the other. */
export async function packedVerdictsOn(db: Db, attempts: readonly string[]): Promise<Map<string, PackedVerdict>> {
  const found = new Map<string, PackedVerdict>();
  for (let i = 0; i < attempts.length; i += most) {
    const rows = await db
      .selectFrom("result")
      .innerJoin("attempt", "attempt.id", "result.attempt")
      .select(["result.attempt", "attempt.submission", "result.detail"])
      .where("result.attempt", "in", attempts.slice(i, i + most))
      .orderBy("result.attempt")
      .execute();
    for (const { attempt, ...packed } of rows) found.set(attempt, packed);
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
