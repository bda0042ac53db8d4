import type { HandInAnswer } from "../../src/handIn/HandInAnswer";
import { words } from "../../src/words/words";
import { printable } from "../text/printable";
import { formatScore } from "./formatScore";
import { functionLines } from "./functionLines";

/**
 * The verdict on a hand-in for the terminal, as `nablab check` prints it.
 *
 * @param file the file's name as the command was given it
 */
export function answerText(answer: HandInAnswer, file: string): string {
  const { state, title, error, points = null, maxPoints = 0, functions = [] } = answer;
  const status = state === "graded" ? state : "not-gradable";
  const score = formatScore({ status, score: points, maxScore: maxPoints, ...(error === undefined ? {} : { error }) });
  const lines = [...functionLines(functions), "", score];
  // What a server sends may hold anything.
  return [
    words.report.headed(printable(file), printable(title)),
    "",
    ...lines.flatMap((line) => line.split("\n").map(printable)),
  ].join("\n");
}
