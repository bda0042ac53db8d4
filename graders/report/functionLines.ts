import type { FunctionAnswer } from "../../src/handIn/HandInAnswer";
import { words } from "../../src/words/words";
import { formatPoints } from "./formatScore";
import { signOf } from "./signOf";

/** Every function for the terminal, and below it the checks that need attention. */
export function functionLines(functions: readonly FunctionAnswer[]): string[] {
  return functions.flatMap(({ name, status, points, maxPoints, followThrough, checks, remarks }) => {
    const given = followThrough && points > 0 ? words.report.also(words.report.followThrough(status)) : "";
    return [
      `${signOf(status)} ${name}  ${formatPoints(points)}/${formatPoints(maxPoints)}${given}`,
      ...checks
        .filter(({ message }) => message !== "")
        .map(({ title, message }) => `    ${words.report.headed(title, message)}`),
      ...remarks.map((remark) => `    ${words.report.remark(remark)}`),
    ];
  });
}
