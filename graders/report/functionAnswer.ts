import type { FunctionAnswer } from "../../src/handIn/HandInAnswer";
import type { FunctionResult } from "../engine/results";

/** A function's verdict as people are told it: checks by their titles. @param titles by the check's id */
export function functionAnswer(
  { name, status, points, maxPoints, followThrough, checks, remarks = [] }: FunctionResult,
  titles: ReadonlyMap<string, string>,
): FunctionAnswer {
  return {
    ...{ name, status, points, maxPoints, followThrough },
    checks: checks.map((one) => ({
      title: titles.get(one.id) ?? one.id,
      ...{ status: one.status, points: one.points, maxPoints: one.maxPoints, hidden: one.hidden },
      message: one.message,
    })),
    remarks: remarks.map(({ message }) => message),
  };
}
