import { isRecord } from "../../../../src/check/isRecord";
import { type Part, plainCell, wholeCell } from "../Part";
import type { SourceCell } from "../SourceCell";
import type { Format } from "./Format";

/** The metadata `nbgrader` of a cell, schema versions 1 to 3 (and 0, which had no version and points as text). */
interface Marks {
  grade: boolean;
  solution: boolean;
  task: boolean;
  points: number | null;
  id: string | null;
}

function marksOf({ metadata: { nbgrader } }: SourceCell): Marks | null {
  if (!isRecord(nbgrader)) return null;
  const { grade, solution, task, points, grade_id } = nbgrader;
  const value = points === "" ? Number.NaN : Number(points);
  return {
    grade: grade === true,
    solution: solution === true,
    task: task === true,
    points: Number.isFinite(value) && value >= 0 ? value : null,
    id: typeof grade_id === "string" ? grade_id : null,
  };
}

/** In a task's description, for those who grade it. */
const markScheme = /^=+ *BEGIN MARK SCHEME[\s\S]*?(^=+ *END MARK SCHEME.*$|(?![\s\S]))/gm;

function readCell(cell: SourceCell): Part[] {
  const marks = marksOf(cell);
  if (!marks || cell.type === "raw") return [plainCell(cell)];
  const { grade, solution, task, points, id } = marks;
  const more = { points, question: id };
  if (task) {
    // It tells learners what to do in cells of their own.
    const description = cell.source.replace(markScheme, "").trimEnd();
    return [{ ...plainCell(cell), source: description }, wholeCell(cell, "manual", more)];
  }
  // A cell with both marks is graded by a person.
  if (grade && solution) return [wholeCell(cell, "manual", more)];
  if (cell.type === "markdown") return [plainCell(cell)];
  if (solution) return [wholeCell(cell, "solution", { ...more, points: null })];
  return [grade ? wholeCell(cell, "tests", more) : plainCell(cell)];
}

export const nbgrader: Format = {
  name: "nbgrader",
  namesQuestions: false,
  matches: (cells) =>
    cells.some((cell) => {
      const marks = marksOf(cell);
      return marks !== null && (marks.grade || marks.solution || marks.task);
    }),
  read: (cells) => cells.flatMap(readCell),
};
